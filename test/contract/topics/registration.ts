import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { chatApi, done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';

const [wanted] = manifest.commands;

export function registration(stage: () => ContractStage): void {
  describe('registration', () => {
    beforeAll(() => stage().serve());
    const asAdmin = () => chatApi(stage().target.url, stage().target.adminToken);
    const ourCommand = async () => {
      const { items } = await done(asAdmin()('GET', `/commands?team_id=${stage().target.team.id}&custom_only=true`));
      return items.find(({ id }) => id === stage().command.id);
    };

    it('makes a bot of the plainest rank, with a token that is its own', async () => {
      const { target, bot } = stage();
      const { body } = await done(chatApi(target.url, bot.token)('GET', '/users/me'));
      expect(body).toMatchObject({ id: bot.id, username: manifest.bot.username, roles: 'system_user' });
    });

    it('puts the bot into the team and into the channel of the notices', async () => {
      const { target, bot } = stage();
      const asBot = chatApi(target.url, bot.token);
      expect((await asBot('GET', `/teams/${target.team.id}/members/${bot.id}`)).status).toBe(200);
      expect((await asBot('GET', `/channels/${target.general.id}/members/${bot.id}`)).status).toBe(200);
    });

    it('makes a command that leads to the bot and completes while it is typed', async () => {
      expect(await ourCommand()).toMatchObject({
        url: `${stage().target.reach.publicUrl}/kchat/command`,
        method: 'P',
        auto_complete: true,
        display_name: wanted?.displayName,
        username: manifest.bot.username,
      });
    });

    it('takes the first of its triggers that the server gives away', async () => {
      const { target, command } = stage();
      const triggers = [wanted?.trigger, ...(wanted?.fallbackTriggers ?? [])];
      const passedOver = triggers.slice(0, triggers.indexOf(command.trigger));
      for (const trigger of passedOver) {
        const url = `${target.reach.publicUrl}/other`;
        const refused = await asAdmin()('POST', '/commands', { team_id: target.team.id, method: 'P', trigger, url });
        expect([400, 409, 422]).toContain(refused.status);
      }
      expect(triggers).toContain(command.trigger);
    });

    it('changes nothing when it runs again', async () => {
      const before = await ourCommand();
      expect(await stage().register()).toContain('Nothing had to be changed');
      expect(await ourCommand()).toEqual(before);
    });
  });
}
