/**
 * `npm run soak`: ten minutes (`SOAK_SECONDS` says otherwise) of mixed load against the started program and the sandbox,
 * which fails now and then. Memory and handles have to stay flat, replies have to come in time, and no effect may be
 * lost or doubled. Exit codes: 0 all promises kept, 1 anything else. Needs /proc, as Linux has it.
 */
import { disagreements, owedEffects } from '../support/disagreements.ts';
import { peopleAtWork } from '../support/people-at-work.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { growthOf } from './growth.ts';
import { loadUntil, type Load } from './load.ts';
import { printTable } from './print-table.ts';
import { sampleOf, type Sample } from './samples.ts';

const { SOAK_SECONDS = '600' } = process.env;
const durationMs = Number(SOAK_SECONDS) * 1_000;
const sampleMs = Math.max(500, durationMs / 120);
/** A delivery that failed often waits for minutes before it is tried again. */
const patienceMs = 5 * 60_000;
/** kChat waits three seconds for a reply. */
const longestReplyMs = 3_000;

const stage = await openStage({
  seats: 10_000,
  environment: {
    INVITATIONS_PER_DAY: '0',
    POLL_SCHEDULE: '*/5 * * * * *',
    LOG_LEVEL: 'warn',
    // V8 takes more room for what is young the longer there is load. That is no leak, and could hide one.
    NODE_OPTIONS: '--max-semi-space-size=4',
  },
});
const broken: string[] = [];
try {
  const people = peopleAtWork(stage, { imported: 100, invited: Math.ceil(durationMs / 1_000) });
  await people.startImport();
  const load: Load = { commands: 0, slowest: 0 };
  const samples: Sample[] = [];
  const start = Date.now();
  const { pid = 0 } = stage.bot().child;
  const sampling = setInterval(() => samples.push(sampleOf(pid, Date.now() - start)), sampleMs);
  await loadUntil(start + durationMs, stage, people, load).finally(() => {
    clearInterval(sampling);
  });

  await until('all mails', () => stage.sandbox.world.mails.length >= people.happened().invited.length, patienceMs);
  await until('the end of all that is owed', () => owedEffects(stage) === 0, patienceMs);
  stage.bot().signal('SIGTERM');
  const code = await stage.bot().exited;

  const growth = growthOf(samples);
  const happened = people.happened();
  broken.push(...growth.broken, ...(await disagreements(stage, people.actors, happened)));
  if (code !== 0) broken.push(`the program ended with ${code ?? 'a signal'}`);
  if (load.slowest > longestReplyMs) broken.push(`a reply took ${Math.round(load.slowest)} ms`);
  printTable({ seconds: durationMs / 1_000, growth, load, happened });
} catch (error) {
  broken.push(error instanceof Error ? error.message : String(error));
} finally {
  await stage.close();
}
for (const sentence of broken) process.stderr.write(`BROKEN: ${sentence}\n`);
process.stdout.write(broken.length === 0 ? 'All promises are kept.\n' : `${broken.length} promises are broken.\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
