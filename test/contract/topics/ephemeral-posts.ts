import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { chatApi, done } from '../support/chat-api.ts';
import { listen } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function ephemeralPosts(stage: () => ContractStage): void {
  describe('a message for one person’s eyes', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });

    it('is shown when an administrator’s token sends it, and not stored', async (test) => {
      needs(test, stage().target, 'realtime');
      const { target } = stage();
      const { inviter, general } = target;
      const reader = await listen(target, inviter);
      onTestFinished(() => reader.close());
      const post = { channel_id: general.id, message: 'Between us' };
      await done(chatApi(target.url, target.adminToken)('POST', '/posts/ephemeral', { user_id: inviter.id, post }));
      await until('the message', () => reader.privately().includes('Between us'));
      const { body } = await done(actors.as(inviter)('GET', `/channels/${general.id}/posts`));
      expect(Object.values(body.posts).map(({ message }) => message)).not.toContain('Between us');
    });

    it('is refused to the bot where members may not send one', async () => {
      const { target, bot } = stage();
      const post = { channel_id: target.general.id, message: 'Between us' };
      const asBot = chatApi(target.url, bot.token);
      const { status } = await asBot('POST', '/posts/ephemeral', { user_id: target.inviter.id, post });
      expect(status).toBe(target.capabilities.ephemeralByMember ? 201 : 403);
    });

    it('becomes a direct message when the address for late replies is dead as well', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const { target } = stage();
      target.provider.faults.add({
        service: 'infomaniak',
        method: 'POST',
        path: '/invitations$',
        mode: 'slow',
        delayMs: 3_000,
        when: 'before',
        times: 1,
      });
      const dora = actors.identity('Dora', 'Frei');
      expect(await call(stage(), `${dora.email} Dora Frei`)).toContain('has not answered yet');
      if (target.capabilities.ephemeralByMember) return;
      await actors.someMessageTo(target.inviter, dora.email, 'is invited as');
    });
  });
}

/** The command as the server would send it, but with an address for late replies that it never handed out. */
async function call({ target, command }: ContractStage, text: string): Promise<string> {
  const { host, port } = target.reach;
  const response = await fetch(`http://${host}:${port}/kchat/command`, {
    method: 'POST',
    body: new URLSearchParams({
      token: command.token,
      team_id: target.team.id,
      channel_id: target.general.id,
      user_id: target.inviter.id,
      command: `/${command.trigger}`,
      text,
      response_url: `${target.url}/hooks/commands/neverhandedout`,
    }),
  });
  const { text: reply } = (await response.json()) as { text: string };
  return reply;
}
