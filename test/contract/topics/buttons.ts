import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { actorsOn, type Actors } from '../support/actors.ts';
import { chatApi, done, type Fields } from '../support/chat-api.ts';
import { commandPath, startIntegration, type Integration } from '../support/integration.ts';
import { listen } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function buttons(stage: () => ContractStage): void {
  describe('a button', () => {
    let actors: Actors;
    let integration: Integration;
    beforeAll(async () => {
      await stage().stop();
      actors = actorsOn(stage());
      integration = await startIntegration(stage().target);
    });
    afterAll(() => integration.close());

    const card = () => [
      {
        text: 'Jane Doe wants in',
        actions: [
          {
            id: 'approve',
            name: 'Approve',
            type: 'button',
            style: 'primary',
            integration: { url: integration.url('/pressed'), context: { sealed: 'context-of-the-card' } },
          },
        ],
      },
    ];
    const postCard = async (): Promise<string> => {
      const { target, bot } = stage();
      const post = { channel_id: target.general.id, message: '', props: { attachments: card() } };
      return (await done(chatApi(target.url, bot.token)('POST', '/posts', post))).body.id;
    };
    const press = (postId: string, body: object = {}) =>
      actors.as(stage().target.member)('POST', `/posts/${postId}/actions/approve`, body);
    const seen = async (postId: string): Promise<Fields> =>
      (await done(actors.as(stage().target.member)('GET', `/posts/${postId}`))).body;

    it('is shown without the address and the context behind it', async (test) => {
      needs(test, stage().target, 'buttons');
      const shown = await seen(await postCard());
      expect(shown.props.attachments?.[0]).toMatchObject({
        text: 'Jane Doe wants in',
        actions: [{ id: 'approve', name: 'Approve' }],
      });
      expect(JSON.stringify(shown)).not.toContain(integration.url('/pressed'));
      expect(JSON.stringify(shown)).not.toContain('context-of-the-card');
    });

    it('calls the bot with who pressed it and its context, without any token', async (test) => {
      needs(test, stage().target, 'buttons');
      const { target, command } = stage();
      integration.answer('/pressed', {});
      const postId = await postCard();
      await done(press(postId));
      const { headers, text } = await integration.called('/pressed');
      expect(headers['content-type']).toContain('application/json');
      expect(headers.authorization).toBeUndefined();
      expect(text).not.toContain(command.token);
      expect(JSON.parse(text)).toMatchObject({
        user_id: target.member.id,
        channel_id: target.general.id,
        team_id: target.team.id,
        post_id: postId,
        trigger_id: expect.stringMatching(/./) as unknown,
        context: { sealed: 'context-of-the-card' },
      });
    });

    it('replaces its card, and says something to whoever pressed it', async (test) => {
      needs(test, stage().target, 'buttons', 'realtime');
      const { target } = stage();
      const presser = await listen(target, target.member);
      onTestFinished(() => presser.close());
      integration.answer('/pressed', { update: { message: 'Approved', props: {} }, ephemeral_text: 'Thank you' });
      const postId = await postCard();
      await done(press(postId));
      const updated = await seen(postId);
      expect(updated.message).toBe('Approved');
      expect(updated.props.attachments ?? []).toEqual([]);
      await presser.hear('ephemeral_message', ({ post }) => (post as Fields).message === 'Thank you');
    });

    it('can’t be pressed where it is not', async (test) => {
      needs(test, stage().target, 'buttons');
      const plain = await actors.write(stage().target.inviter, stage().target.general, 'No button here');
      expect((await press(plain.id)).status).toBeGreaterThanOrEqual(400);
    });

    it('works on a reply that only its caller sees', async (test) => {
      needs(test, stage().target, 'buttons', 'realtime');
      const { target } = stage();
      const caller = await listen(target, target.inviter);
      onTestFinished(() => caller.close());
      integration.answer(commandPath, { response_type: 'ephemeral', text: 'Sure?', attachments: card() });
      await actors.type('anything');
      const { post } = await caller.hear('ephemeral_message', (data) => (data.post as Fields).message === 'Sure?');
      const { id, props } = post as Fields;
      const [action] = props.attachments?.[0]?.actions ?? [];
      expect(JSON.stringify(props)).not.toContain('context-of-the-card');

      integration.answer('/pressed', {});
      const cookie = action?.cookie;
      await done(actors.as(target.inviter)('POST', `/posts/${id}/actions/approve`, { cookie }));
      expect(JSON.parse((await integration.called('/pressed')).text)).toMatchObject({
        user_id: target.inviter.id,
        context: { sealed: 'context-of-the-card' },
      });
    });
  });
}
