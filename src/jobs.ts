import { loadConfig, type Config, type Environment } from './config.ts';
import { openBeside } from './database.ts';
import { retryDead } from './deliveries/retry-dead.ts';
import { UserError } from './errors.ts';
import { jobsJson, jobsText, type JobList } from './jobs/print-jobs.ts';
import { readJobsWords, usage, type JobsWords } from './jobs/read-words.ts';
import { systemClock } from './ports/clock.ts';
import type { UnfinishedState } from './ports/delivery-store.ts';
import type { Store } from './ports/store.ts';

/** More lines than this nobody reads; what was given up comes first. */
const mostListed = 1_000;

/**
 * `npm run jobs -- list [--state dead|ready] [--json] | retry ID`, whether or not the bot serves.
 * @returns the exit code: 0, or 2 for words it does not know.
 * @throws ConfigurationError, RefusedStartError, DatabaseUnavailableError; UserError when a delivery is not there or can't be run again.
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
  const config = loadConfig(environment);
  const store = await openBeside(config);
  try {
    print(await answer(store, await teamIdOf(store, config), asked));
    return 0;
  } finally {
    await store.close();
  }
}

function printOut(text: string): void {
  process.stdout.write(text);
}

async function answer(store: Store, teamId: string, asked: JobsWords): Promise<string> {
  if (asked.does === 'list') {
    const list = await listJobs(store, teamId, asked.states);
    return asked.asJson ? jobsJson(list) : jobsText(list);
  }
  await store.transaction((queries) => retryDead(queries, teamId, asked.id, systemClock.now()));
  return 'It is due again: the bot runs it within a second, or when it is started.\n';
}

async function listJobs(store: Store, teamId: string, states: readonly UnfinishedState[]): Promise<JobList> {
  const found = await Promise.all(
    states.map((state) => store.deliveries.unfinishedPage(teamId, state, mostListed + 1)),
  );
  const all = found.flat();
  return { jobs: all.slice(0, mostListed), hasMore: all.length > mostListed };
}

async function teamIdOf(store: Store, { KCHAT_TEAM }: Pick<Config, 'KCHAT_TEAM'>): Promise<string> {
  const team = await store.registrations.team(KCHAT_TEAM);
  if (team) return team.id;
  throw new UserError(`The database knows no team ${KCHAT_TEAM} yet: register first, or correct KCHAT_TEAM.`);
}
