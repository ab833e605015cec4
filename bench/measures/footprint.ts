import Database from 'better-sqlite3';
import { databasePath } from '../../src/database.ts';
import { openStage, type Stage } from '../../test/support/stage.ts';
import { until } from '../../test/support/until.ts';
import type { Finding } from '../support/finding.ts';
import { installedSize } from '../support/installed-size.ts';
import { median } from '../support/median.ts';
import { residentMiB } from '../support/resident.ts';
import { typistOf } from '../support/typist-of.ts';

const starts = 5;
const deliveries = 100_000;
const quiet = { POLL_SCHEDULE: '0 0 1 1 *', LOG_LEVEL: 'warn' };

/** What the program takes of the machine: to start, at rest, after much work, and on the disk. */
export async function measureFootprint(): Promise<Finding[]> {
  const stage = await openStage({ environment: quiet });
  try {
    const times: number[] = [];
    for (let start = 1; start <= starts; start += 1) {
      await stage.kill();
      const from = performance.now();
      await stage.restart();
      times.push(performance.now() - from);
    }
    const idle = await residentMiB(stage);
    const from = performance.now();
    await work(stage);
    const seconds = (performance.now() - from) / 1_000;
    return [
      { what: 'start to ready: ms', value: median(times) },
      { what: 'resident memory at rest: MiB', value: idle },
      { what: `deliveries a second, of ${deliveries}`, value: deliveries / seconds },
      { what: `resident memory after ${deliveries} deliveries: MiB`, value: await residentMiB(stage) },
      ...(await installedSize()),
    ];
  } finally {
    await stage.close();
  }
}

/** Looks at somebody who is known: the whole life of a delivery, and nothing outside that would be measured instead. */
async function work(stage: Stage): Promise<void> {
  const { teamId, userId } = typistOf(stage.sandbox);
  const database = new Database(databasePath({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' }), {
    timeout: 30_000,
  });
  try {
    const insert = database.prepare(
      `insert into delivery (id, team_id, kind, target, payload, dedupe_key, run_at) values (?, ?, 'meet', ?, ?, ?, ?)`,
    );
    const payload = JSON.stringify({ userId });
    database.transaction(() => {
      for (let index = 0; index < deliveries; index += 1) {
        insert.run(`bench-${index}`, teamId, `bench-${index}`, payload, `bench-${index}`, Date.now());
      }
    })();
    const waiting = database.prepare(`select count(*) from delivery where kind = 'meet' and state = 'ready'`).pluck();
    await until('all of them', () => waiting.get() === 0, 400_000);
  } finally {
    database.close();
  }
}
