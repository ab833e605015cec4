import { databasePath, openBeside } from '../../src/database.ts';
import { openStage, type Stage } from '../../test/support/stage.ts';
import { commandForm } from '../support/commands.ts';
import { atMost, type Finding } from '../support/finding.ts';
import { median } from '../support/median.ts';
import { residentMiB } from '../support/resident.ts';
import { seedStore } from '../support/seed.ts';
import { typistOf } from '../support/typist-of.ts';
import { withoutLimits } from '../support/without-limits.ts';

const sizes = [1_000, 1_000_000] as const;
const rounds = 7;
const perRound = 20;
const quiet = { ...withoutLimits, POLL_SCHEDULE: '0 0 1 1 *', KCHAT_REALTIME: 'off', LOG_LEVEL: 'warn' };

/**
 * Whether what people wait for stays as quick when the database grows: the same with a thousand and a million invitations,
 * taking turns. Also what a program that serves a million needs to start, and holds in memory.
 */
export async function measureGrowth(): Promise<Finding[]> {
  const stages = [];
  try {
    for (const size of sizes) stages.push(await seededStage(size));
    const times = { list: [[], []], status: [[], []], claim: [[], []] } as Record<string, number[][]>;
    for (let round = 1; round <= rounds; round += 1) {
      for (const [index, stage] of stages.entries()) {
        times.list?.[index]?.push(await timeOf(() => type(stage, 'list')));
        times.status?.[index]?.push(await timeOf(() => type(stage, 'status seed500@example.test')));
        times.claim?.[index]?.push(await timeOfClaims(stage));
      }
    }
    return [
      ...Object.entries(times).flatMap(([name, [small = [], large = []]]): Finding[] => [
        { what: `${name} with ${sizes[0]} invitations: ms`, value: median(small) },
        { what: `${name} with ${sizes[1]} invitations: ms`, value: median(large) },
        { what: `${name}: ratio`, value: median(large) / median(small), goal: atMost(2) },
      ]),
      ...(await Promise.all(
        stages.map(async (stage, index) => ({
          what: `resident memory with ${sizes[index]} invitations: MiB`,
          value: await residentMiB(stage),
        })),
      )),
    ];
  } finally {
    for (const stage of stages) await stage.close();
  }
}

async function seededStage(invitations: number): Promise<Stage> {
  const stage = await openStage({ environment: quiet });
  await stage.kill();
  const path = databasePath({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' }) ?? '';
  const { teamId, userId: inviterId } = typistOf(stage.sandbox);
  seedStore({ path, teamId, inviterId, invitations });
  await stage.restart();
  return stage;
}

async function type(stage: Stage, text: string): Promise<void> {
  const response = await fetch(`${stage.botUrl}/kchat/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: commandForm(typistOf(stage.sandbox), text),
  });
  const { text: answer } = (await response.json()) as { text: string };
  if (!answer.includes('Jane')) throw new Error(`Not the answer that was to be measured: ${answer}`);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let index = 0; index < perRound; index += 1) await work();
  return (performance.now() - from) / perRound;
}

/** Beside the program, in its own connection, as no command shows it alone. */
async function timeOfClaims({ environment, sandbox }: Stage): Promise<number> {
  const store = await openBeside({ DATABASE_URL: environment.DATABASE_URL ?? '' });
  try {
    const { teamId } = sandbox;
    // Far in the future, so that the program leaves them alone.
    const runAt = Date.now() + 3_600_000;
    const base = { teamId, kind: 'roster', payload: {}, runAt } as const;
    const keys = Array.from({ length: perRound }, () => `bench:${Math.random()}`);
    for (const key of keys) await store.deliveries.enqueue({ ...base, target: key, dedupeKey: key });
    const claim = { teamId, now: runAt, holder: 'bench', leaseMs: 60_000, limit: 1 };
    const time = await timeOf(() => store.deliveries.claim(claim));
    await store.deliveries.releaseAll();
    for (const key of keys) await store.deliveries.settle(teamId, key, 'measured', runAt);
    return time;
  } finally {
    await store.close();
  }
}
