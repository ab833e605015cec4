import { beforeAll, describe, expect, it } from 'vitest';
import { actorsOn, type Actors } from '../support/actors.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

/** Once a year: for a test, never. */
const never = '0 0 1 1 *';
const soonMs = 2_000;

export function realtimeAlone(stage: () => ContractStage): void {
  describe('an arrival that realtime tells of', () => {
    let actors: Actors;
    beforeAll(async () => {
      actors = actorsOn(stage());
      const { realtime, canCreatePeople } = stage().target.capabilities;
      if (!realtime || !canCreatePeople) return;
      await stage().serve({ KCHAT_REALTIME: 'auto', POLL_SCHEDULE: never });
      // The look that every start begins with is over once somebody was greeted.
      const first = await stage().target.newcomer(actors.identity('Berta', 'First'));
      await actors.someMessageTo(first, 'Welcome, Berta');
    });

    it('is welcomed within two seconds', async (test) => {
      needs(test, stage().target, 'realtime', 'canCreatePeople');
      const newcomer = await stage().target.newcomer(actors.identity('Carla', 'Second'));
      await actors.someMessageTo(newcomer, 'Welcome, Carla');
      expect(Date.now() - newcomer.arrivedAt).toBeLessThan(soonMs);
    });

    it('is welcomed within two seconds after an invitation, too, and the inviter is told', async (test) => {
      needs(test, stage().target, 'realtime', 'canCreatePeople');
      const { inviter } = stage().target;
      const dario = actors.identity('Dario', 'Third');
      await actors.type(`${dario.email} Dario Third`);
      const newcomer = await actors.accept(dario);
      expect(await actors.someMessageTo(newcomer, 'Welcome, Dario')).toContain(inviter.displayName);
      expect(Date.now() - newcomer.arrivedAt).toBeLessThan(soonMs);
      await actors.someMessageTo(inviter, 'Dario Third', 'has accepted your invitation');
    });

    it('is welcomed once, although several events tell of it', async (test) => {
      needs(test, stage().target, 'realtime', 'canCreatePeople');
      const elio = await stage().target.newcomer(actors.identity('Elio', 'Fourth'));
      await actors.someMessageTo(elio, 'Welcome, Elio');
      const next = await stage().target.newcomer(actors.identity('Fabia', 'Fifth'));
      await actors.someMessageTo(next, 'Welcome, Fabia');
      expect(await actors.messagesTo(elio)).toHaveLength(1);
    });
  });
}
