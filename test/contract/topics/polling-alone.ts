import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

const everySecond = '* * * * * *';
/** A second until the next poll, and the same two as with realtime for what follows. */
const withinOnePollMs = 1_000 + 2_000;

export function pollingAlone(stage: () => ContractStage): void {
  describe('an arrival that nothing tells of', () => {
    let actors: Actors;
    beforeAll(() => {
      actors = actorsOn(stage());
    });

    it('is found by the next poll when realtime is switched off', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      await stage().serve({ KCHAT_REALTIME: 'off', POLL_SCHEDULE: everySecond });
      const newcomer = await stage().target.newcomer(actors.identity('Gregor', 'Poll'));
      await actors.someMessageTo(newcomer, 'Welcome, Gregor');
      expect(Date.now() - newcomer.arrivedAt).toBeLessThan(withinOnePollMs);
    });

    it('is found by the next poll while realtime is cut, and the bot listens again once that is back', async (test) => {
      needs(test, stage().target, 'canCreatePeople', 'canCutRealtime');
      const valve = await stage().target.openValve();
      onTestFinished(() => {
        valve.restore();
      });
      await stage().serve({ KCHAT_URL: valve.url, KCHAT_REALTIME: 'auto', POLL_SCHEDULE: everySecond });
      await until('the bot to listen', () => valve.connections() > 0);

      valve.cut();
      const newcomer = await stage().target.newcomer(actors.identity('Hanna', 'Cut'));
      await actors.someMessageTo(newcomer, 'Welcome, Hanna');
      expect(Date.now() - newcomer.arrivedAt).toBeLessThan(withinOnePollMs);
      expect(valve.connections()).toBe(0);

      valve.restore();
      await until('the bot to listen again', () => valve.connections() > 0);
    });
  });
}
