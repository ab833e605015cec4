import type { Invitation } from '../../sandbox/infomaniak/state.ts';
import { openStage, type Stage } from '../../test/support/stage.ts';
import { until } from '../../test/support/until.ts';
import { databasePath } from '../../src/database.ts';
import { atMost, type Finding } from '../support/finding.ts';
import { seedStore } from '../support/seed.ts';
import { typistOf } from '../support/typist-of.ts';

const polls = 5;
/** As the client asks for it; the emulator gives what it is asked for. */
const pageSize = 100;

/** How many requests the provider sees for one poll, with so many invitations pending. */
export async function measurePolls(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const pending of [10, 1_000, 10_000]) {
    const requests = await requestsPerPoll(pending);
    const goal = atMost(1 + pending / pageSize);
    findings.push({ what: `requests to the provider per poll, ${pending} pending`, value: requests, goal });
  }
  return findings;
}

async function requestsPerPoll(pending: number): Promise<number> {
  const stage = await openStage({ seats: 20_000 });
  try {
    await stage.kill();
    seedStore({
      path: databasePath({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' }) ?? '',
      teamId: stage.sandbox.teamId,
      inviterId: typistOf(stage.sandbox).userId,
      invitations: pending,
      pendingIds: addPending(stage, pending),
    });
    let requests = 0;
    let begun = 0;
    stage.sandbox.observe(({ phase, service, path, query }) => {
      if (phase !== 'before' || service !== 'infomaniak' || !path.endsWith('/users')) return;
      const { page } = query as { page?: string };
      if (page === '1') begun += 1;
      // The first poll may have begun before this looks, the last one may not have ended.
      if (begun >= 2 && begun < 2 + polls) requests += 1;
    });
    await stage.restart();
    await until(`${polls} polls`, () => begun >= 2 + polls, 120_000);
    return requests / polls;
  } finally {
    await stage.close();
  }
}

function addPending({ sandbox }: Stage, count: number): number[] {
  const { provider } = sandbox.world;
  const now = Date.now();
  const invitations = Array.from({ length: count }, (_, index): Invitation => ({
    ...{ id: provider.nextId++, email: `seed${index}@example.test`, first_name: 'Jane', last_name: `Doe ${index}` },
    ...{ locale: 'en_GB', role_type: 'normal', strict: true, status: 'pending', team_ids: [], user_id: undefined },
    ...{ has_billing: false, has_billing_mailing: false, has_mailing: false, secret: `seed${index}` },
    ...{ ksuite: { kchat_role: 'user', kdrive_role: 'user' }, created_at: now, updated_at: now, sent_at: now },
    expired_at: now + 14 * 86_400_000,
  }));
  provider.invitations.push(...invitations);
  return invitations.map(({ id }) => id);
}
