import { expect, it } from 'vitest';
import { FakeClock } from '../../support/fake-clock.ts';
import { planOf, readingSteps } from './plan-of.ts';

const clock = new FakeClock();

it('claiming reads what is due in the team and nothing of another one', async () => {
  const plan = await planOf((store) =>
    store.deliveries.claim({ teamId: 'team', now: clock.now(), holder: 'worker', leaseMs: 1, limit: 8 }),
  );
  expect(readingSteps(plan).find((step) => step.includes('candidate'))).toContain(
    'candidate USING INDEX delivery_due_in_team (team_id=? AND run_at<?)',
  );
  expect(plan.filter((step) => /SCAN (candidate|other|delivery\b)/.test(step))).toEqual([]);
});

it('the look for all teams takes one step in an index for each', async () => {
  const plan = await planOf((store) => store.deliveries.teamsDue(['team', 'other'], clock.now()));
  expect(readingSteps(plan)).toEqual([
    'SCAN 2 CONSTANT ROWS',
    'SCAN asked',
    expect.stringContaining('USING INDEX delivery_due_in_team (team_id=? AND run_at<?)'),
  ]);
});
