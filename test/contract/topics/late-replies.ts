import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { listen } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function lateReplies(stage: () => ContractStage): void {
  describe('a late reply', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });

    it('reaches the caller alone, through the address that came with the command', async (test) => {
      needs(test, stage().target, 'realtime');
      const { provider, inviter } = stage().target;
      const caller = await listen(stage().target, inviter);
      onTestFinished(() => caller.close());
      provider.faults.add({
        service: 'infomaniak',
        method: 'POST',
        path: '/invitations$',
        mode: 'slow',
        delayMs: 3_000,
        when: 'before',
        times: 1,
      });
      const slow = actors.identity('Stella', 'Langsam');
      expect(await actors.type(`${slow.email} Stella Langsam`)).toContain('has not answered yet');
      const told = await until('the late reply', () =>
        caller.privately().find((text) => text.includes('is invited as')),
      );
      expect(told).toContain(slow.email);
      const direct = (await actors.messagesTo(inviter)).filter((text) => text.includes(slow.email));
      expect(direct.filter((text) => text.includes('is invited as'))).toEqual([]);
    });
  });
}
