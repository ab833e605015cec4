import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the value of a name, in a sentence that begins with it. */
export interface Problem {
  name: string;
  sentence: string;
}

/** `NAME`, or the content of the file that `NAME_FILE` names; an empty value counts as absent. */
export function readValues(
  environment: Environment,
  names: readonly string[],
  problems: Problem[],
): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  for (const name of names) {
    const direct = present(environment[name]);
    const file = present(environment[`${name}_FILE`]);
    if (direct !== undefined && file !== undefined) {
      problems.push({ name, sentence: `${name} and ${name}_FILE are both set; keep one.` });
    }
    values[name] = direct ?? (file === undefined ? undefined : readSecret(name, file, problems));
  }
  return values;
}

export function present(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function readSecret(name: string, file: string, problems: Problem[]): string | undefined {
  try {
    const content = readFileSync(file, 'utf8').trim();
    if (content !== '') return content;
    problems.push({ name, sentence: `${name}_FILE names an empty file.` });
    return undefined;
  } catch {
    problems.push({ name, sentence: `${name}_FILE names a file that can't be read: ${file}.` });
    return undefined;
  }
}
