import { loadConfigs, type Config, type Environment } from './config.ts';
import { chooseTeams } from './config/choose-team.ts';
import { openBeside } from './database.ts';
import { retryDead } from './deliveries/retry-dead.ts';
import { UserError } from './errors.ts';
import { jobsJson, jobsText, type JobList, type ListedJob } from './jobs/print-jobs.ts';
import { readJobsWords, usage, type JobsWords } from './jobs/read-words.ts';
import { systemClock } from './ports/clock.ts';
import type { UnfinishedState } from './ports/delivery-store.ts';
import type { Store } from './ports/store.ts';

/** More lines than this nobody reads; what was given up comes first. */
const mostListed = 1_000;

/**
 * `npm run jobs -- list [--state dead|ready] [--team NAME] [--json] | retry ID`, whether or not the bot serves.
 * @returns the exit code: 0, or 2 for words it does not know.
 * @throws ConfigurationError, RefusedStartError, DatabaseUnavailableError; UserError when a delivery is not there or
 *   can't be run again.
 */
export async function runJobs(
  words: readonly string[],
  environment?: Environment,
  print: (text: string) => void = printOut,
): Promise<number> {
  const asked = readJobsWords(words);
  if (!asked) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const configs = loadConfigs(environment);
  const chosen = chooseTeams(configs, asked.does === 'list' ? asked.team : undefined);
  const store = await openBeside(configs[0]);
  try {
    print(await answer(store, await knownTeams(store, chosen), asked));
    return 0;
  } finally {
    await store.close();
  }
}

function printOut(text: string): void {
  process.stdout.write(text);
}

/** A team that the database knows. Its name is left out where it is the only one. */
interface KnownTeam {
  id: string;
  name: string | undefined;
}

async function answer(store: Store, teams: readonly KnownTeam[], asked: JobsWords): Promise<string> {
  if (asked.does === 'list') {
    const list = await listJobs(store, teams, asked.states);
    return asked.asJson ? jobsJson(list) : jobsText(list);
  }
  const { id, name } = await whose(store, teams, asked.id);
  await store.transaction((queries) => retryDead(queries, id, asked.id, systemClock.now()));
  const where = name === undefined ? '' : ` in the team ${name}`;
  return `It is due again${where}: the bot runs it within a second, or when it is started.\n`;
}

async function listJobs(
  store: Store,
  teams: readonly KnownTeam[],
  states: readonly UnfinishedState[],
): Promise<JobList> {
  const all: ListedJob[] = [];
  for (const state of states) {
    for (const { id, name: team } of teams) {
      const page = await store.deliveries.unfinishedPage(id, state, mostListed + 1 - all.length);
      all.push(...page.map((job) => ({ ...job, team })));
    }
  }
  return { jobs: all.slice(0, mostListed), hasMore: all.length > mostListed };
}

/** Where nobody has it, any team says so. */
async function whose(store: Store, teams: readonly KnownTeam[], deliveryId: string): Promise<KnownTeam> {
  for (const team of teams) if (await store.deliveries.dead(team.id, deliveryId)) return team;
  const [first] = teams;
  if (!first) throw new Error('There is no team to look in');
  return first;
}

async function knownTeams(store: Store, configs: readonly Pick<Config, 'KCHAT_TEAM'>[]): Promise<KnownTeam[]> {
  const teams: KnownTeam[] = [];
  for (const { KCHAT_TEAM: name } of configs) {
    const team = await store.registrations.team(name);
    if (team) teams.push({ id: team.id, name: configs.length > 1 ? name : undefined });
  }
  if (teams.length > 0) return teams;
  const names = configs.map(({ KCHAT_TEAM }) => KCHAT_TEAM).join(', ');
  throw new UserError(`The database knows no team ${names} yet: register first, or correct KCHAT_TEAM.`);
}
