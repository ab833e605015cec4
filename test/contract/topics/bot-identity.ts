import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { actorsOn, type Actors } from '../support/actors.ts';
import { done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function botIdentity(stage: () => ContractStage): void {
  describe('the bot, as a member sees it', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });

    it('is called as the manifest says, and known to be a bot', async () => {
      const { body } = await done(actors.as(stage().target.member)('GET', `/users/${stage().bot.id}`));
      expect(body).toMatchObject({
        username: manifest.bot.username,
        first_name: manifest.bot.displayName,
        is_bot: true,
        delete_at: 0,
      });
    });

    it('has its description where administrators manage bots', async () => {
      const asAdmin = actors.as({ token: stage().target.adminToken });
      const { body } = await done(asAdmin('GET', `/bots/${stage().bot.id}`));
      expect(body).toMatchObject({
        display_name: manifest.bot.displayName,
        description: manifest.bot.description,
        delete_at: 0,
      });
    });

    it('writes under its own name, and nobody’s by proxy', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const ulla = await stage().target.newcomer(actors.identity('Ulla', 'Egger'));
      await actors.someMessageTo(ulla, 'Welcome, Ulla');
      const { body } = await done(actors.as(ulla)('POST', '/channels/direct', [ulla.id, stage().bot.id]));
      const [welcome] = await actors.botPostsIn(body.id, ulla);
      for (const proxy of ['override_username', 'override_icon_url', 'from_webhook']) {
        expect(welcome?.props).not.toHaveProperty(proxy);
      }
      expect(body).toMatchObject({ type: 'D' });
    });
  });
}
