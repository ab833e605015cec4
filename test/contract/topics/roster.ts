import { beforeAll, describe, expect, it } from 'vitest';
import { actorsOn, type Actors } from '../support/actors.ts';
import { chatApi, done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function roster(stage: () => ContractStage): void {
  describe('a team of many people', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });

    it('hides nobody: who comes last, on whatever page, is greeted', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const [alpha, omega] = [actors.identity('Aaron', 'Aab'), actors.identity('Zoe', 'Zz')];
      const [aaron, zoe] = [await stage().target.newcomer(alpha), await stage().target.newcomer(omega)];
      await actors.someMessageTo(aaron, 'Welcome, Aaron');
      await actors.someMessageTo(zoe, 'Welcome, Zoe');
    });

    it('is not greeted as a whole: the bot has written to none who were there before it', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const { target, bot } = stage();
      const asBot = chatApi(target.url, bot.token);
      const { items } = await done(asBot('GET', `/users/${bot.id}/teams/${target.team.id}/channels`));
      const direct = items.filter(({ type }) => type === 'D');
      expect(direct).not.toEqual([]);
      const written = target.crowd.filter((id) => direct.some(({ name }) => name.includes(id)));
      expect(written).toEqual([]);
    });
  });
}
