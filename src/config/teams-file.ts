import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { commonNames, processNames, teamNames } from './names.ts';
import { present, type Environment } from './values.ts';

/** One team, as if it were the only one. */
export interface TeamEntry {
  /** What problems call it, such as `TEAMS_FILE, entry 2 (acme)`. */
  label: string;
  environment: Environment;
}

const value = z.union([
  z.string(),
  z.number().transform(String),
  z.boolean().transform(String),
  z.array(z.union([z.string(), z.number()])).transform((list) => list.join(',')),
]);
const fileSchema = z.array(z.record(z.string(), z.unknown())).min(1);

const known = new Set([...processNames, ...teamNames, ...commonNames]);

/**
 * Reads TEAMS_FILE: a JSON array with an entry for each team, which has the names of the environment. What it lacks comes
 * from the environment where no harm is in that; an empty value takes the default instead.
 * @param problems gets a sentence for each thing that is wrong. None quotes the file, which may hold secrets.
 */
export function readTeamsFile(path: string, environment: Environment, problems: string[]): TeamEntry[] {
  for (const name of teamNames.filter((name) => isSet(environment, name))) {
    problems.push(`${name} belongs to one team; move it into that team’s entry in TEAMS_FILE.`);
  }
  return parse(path, problems).map((entry, index) => {
    const label = `TEAMS_FILE, entry ${index + 1}${nameOf(entry)}`;
    const own = ownValues(entry, label, problems);
    const isOwn = (name: string) => name in own || `${name}_FILE` in own;
    const inherited = [...processNames, ...commonNames.filter((name) => !isOwn(name))]
      .flatMap((name) => [name, `${name}_FILE`])
      .map((name) => [name, environment[name]] as const);
    return { label, environment: { ...Object.fromEntries(inherited), TEAMS_FILE: undefined, ...own } };
  });
}

function parse(path: string, problems: string[]): z.output<typeof fileSchema> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    problems.push(`TEAMS_FILE names a file that can't be read: ${path}.`);
    return [];
  }
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    problems.push('TEAMS_FILE must hold a JSON array with an object for each team, and one team at least.');
  } catch {
    problems.push('TEAMS_FILE holds no valid JSON.');
  }
  return [];
}

function ownValues(entry: Readonly<Record<string, unknown>>, label: string, problems: string[]): Environment {
  const own: Record<string, string> = {};
  for (const [key, given] of Object.entries(entry)) {
    const name = known.has(key) ? key : key.replace(/_FILE$/, '');
    const parsed = value.safeParse(given);
    if (processNames.includes(name)) {
      problems.push(`${label}: ${name} belongs to the process; move it into the environment.`);
    } else if (!known.has(name)) {
      problems.push(`${label}: there is no variable ${JSON.stringify(key)}; see .env.example.`);
    } else if (!parsed.success) {
      problems.push(`${label}: ${key} must be a text, a number, true or false, or a list of texts.`);
    } else {
      own[key] = parsed.data;
    }
  }
  return own;
}

function nameOf({ KCHAT_TEAM, KCHAT_URL }: Readonly<Record<string, unknown>>): string {
  const name = [KCHAT_TEAM, KCHAT_URL].find((given) => typeof given === 'string' && given !== '');
  return typeof name === 'string' ? ` (${name})` : '';
}

function isSet(environment: Environment, name: string): boolean {
  return present(environment[name]) !== undefined || present(environment[`${name}_FILE`]) !== undefined;
}
