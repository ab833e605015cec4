import { beforeAll, describe, expect, it } from 'vitest';
import { actorsOn, type Actors } from '../support/actors.ts';
import { chatApi, done } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';

export function idempotentPosts(stage: () => ContractStage): void {
  describe('a post that is sent again', () => {
    let actors: Actors;
    beforeAll(() => {
      actors = actorsOn(stage());
    });
    const sender = (message: string) => {
      const { target, bot } = stage();
      const key = `${bot.id}:${String(Date.now())}${message.length}`;
      const post = { channel_id: target.general.id, message, pending_post_id: key };
      return () => chatApi(target.url, bot.token)('POST', '/posts', post);
    };
    const stored = async (message: string) =>
      (await actors.botPostsIn(stage().target.general.id, stage().target.member)).filter(
        (post) => post.message === message,
      );

    it('is the same post, answered again', async () => {
      const send = sender('Said once');
      const [first, second] = [await done(send()), await done(send())];
      expect(second.body.id).toBe(first.body.id);
      expect(await stored('Said once')).toHaveLength(1);
    });

    it('is another post when its key is another', async () => {
      await done(sender('Said on purpose')());
      await done(
        chatApi(stage().target.url, stage().bot.token)('POST', '/posts', {
          channel_id: stage().target.general.id,
          message: 'Said on purpose',
          pending_post_id: `${stage().bot.id}:${Date.now()}000`,
        }),
      );
      expect(await stored('Said on purpose')).toHaveLength(2);
    });
  });
}
