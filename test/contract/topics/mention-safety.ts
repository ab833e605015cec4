import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done } from '../support/chat-api.ts';
import { listen, type Listener } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';
import type { Named, Newcomer } from '../target/target.ts';
import { hostileNames } from './hostile-names.ts';

export function mentionSafety(stage: () => ContractStage): void {
  describe('hostile names', () => {
    let actors: Actors;
    let caller: Listener | undefined;
    /** All that the bot said about them, to anybody. */
    const said: string[] = [];

    beforeAll(async () => {
      const { target } = stage();
      if (!target.capabilities.canCreatePeople) return;
      // A channel that has had no notice yet, so that the first one names them.
      await stage().serve({ NOTICE_CHANNELS: target.side.name });
      actors = actorsOn(stage());
      if (target.capabilities.realtime) caller = await listen(target, target.inviter);
    });
    afterAll(() => caller?.close());

    /** Invites somebody, talks about them, and lets them arrive. */
    const invite = async (firstName: string, lastName: string, local: string): Promise<void> => {
      const identity = actors.identity(firstName, lastName, local);
      const { email } = identity;
      const line = `${email} "${firstName}" "${lastName}"`;
      for (const words of [`${line} --dry-run`, line, `status ${email}`, 'list']) said.push(await actors.type(words));
      const newcomer = await actors.accept(identity);
      said.push(await actors.someMessageTo(newcomer, 'Welcome'));
      const { inviter } = stage().target;
      await actors.someMessageTo(inviter, email, 'has accepted');
      said.push(...(await actors.messagesTo(inviter)).filter((text) => text.includes(email)));
    };
    /** Mentions everybody in a channel for certain, and then counts. What was written earlier is counted by then. */
    const countAfterMention = async (channel: Named, by: Newcomer): Promise<Map<string, number>> => {
      const { member } = stage().target;
      const before = await actors.mentionCount(member, channel);
      await actors.write(by, channel, '@channel');
      await until('a real mention to count', async () => (await actors.mentionCount(member, channel)) > before);
      return actors.mentionCounts(channel);
    };

    it('wake nobody in the channels, as the server counts', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const { target } = stage();
      const { member, side } = target;
      const rooms = [side, target.general];
      const before = await Promise.all(rooms.map((room) => actors.mentionCounts(room)));

      const names = hostileNames(member.username);
      for (const [index, [first, last]] of names.entries()) await invite(first, last, `hostile${index}`);
      const uninvited = await target.newcomer(actors.identity(...names[0], 'uninvited'));
      said.push(await actors.someMessageTo(uninvited, 'Welcome'));
      said.push(await actors.type('@channel'), await actors.type(`stauts @all @${member.username}`));
      const notice = await until('the notice of them all', async () =>
        (await actors.botPostsIn(side.id, member)).find(({ message }) => message.split('Ann ').length > 2),
      );
      said.push(notice.message);

      await done(actors.as(uninvited)('POST', `/channels/${side.id}/members`, { user_id: uninvited.id }));
      for (const [index, room] of rooms.entries()) {
        const after = await countAfterMention(room, uninvited);
        after.delete(uninvited.id);
        // One, the real mention, and not one more.
        const woken = [...after].filter(
          ([id, count]) => id !== stage().bot.id && count - (before[index]?.get(id) ?? 0) > 1,
        );
        expect(woken).toEqual([]);
      }
    });

    it('would wake nobody either if what was said about them stood in a channel', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const { member, inviter, side } = stage().target;
      expect(said.length).toBeGreaterThan(10);
      for (const text of [...said, ...(caller?.privately() ?? [])]) {
        const before = await actors.mentionCount(member, side);
        await actors.write(inviter, side, text);
        await actors.write(inviter, side, `@${member.username}`);
        const after = await until('the real mention to count', async () => {
          const count = await actors.mentionCount(member, side);
          return count > before && count;
        });
        expect.soft(after - before, text).toBe(1);
      }
    });
  });
}
