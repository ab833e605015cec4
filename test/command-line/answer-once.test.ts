import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandCall } from '../../src/command-line/answer-command.ts';
import { answerOnce } from '../../src/command-line/answer-once.ts';
import { singleUse } from '../../src/command-line/single-use.ts';
import type { Store } from '../../src/ports/store.ts';
import { FakeClock, minutes, seconds } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { everythingStored } from '../support/everything-stored.ts';

const call: CommandCall = {
  teamId: 'team',
  channelId: 'town-square',
  userId: 'anna',
  command: '/kinvite',
  text: 'jane@acme.ch Jane Doe',
  responseUrl: 'https://acme.test/hooks/commands/1',
  triggerId: 'trigger',
};

describe('a command', () => {
  let clock: FakeClock;
  let answered: CommandCall[];
  let answer: (call: CommandCall) => Promise<{ text: string }>;
  const used = expect.objectContaining({ text: expect.stringContaining('answered already') as string }) as unknown;

  beforeEach(() => {
    clock = new FakeClock();
    answered = [];
    answer = answerOnce({
      answer: (one) => {
        answered.push(one);
        return Promise.resolve({ text: `answer ${answered.length}` });
      },
      clock,
      locale: 'en_GB',
    });
  });

  test('that the platform sends again, having heard nothing, is done once and answered alike', async () => {
    const answers = [answer(call), answer({ ...call })];
    clock.advance(seconds(30));
    answers.push(answer({ ...call }));
    await expect(Promise.all(answers)).resolves.toEqual(answers.map(() => ({ text: 'answer 1' })));
    expect(answered).toHaveLength(1);
  });

  test.each([
    ['more than a minute later', {}, minutes(1) + 1],
    ['just before ten minutes are over', {}, minutes(10) - 1],
    ['with other words', { text: 'eve@acme.ch Eve Adams' }, 0],
    ['by somebody else', { userId: 'id-of-eve' }, 0],
  ])('that was recorded and is sent %s is refused', async (_how, changes, later) => {
    await answer(call);
    clock.advance(later);
    await expect(answer({ ...call, ...changes })).resolves.toEqual(used);
    expect(answered).toHaveLength(1);
  });

  test.each([undefined, ''])('without a trigger (%j) can be repeated', async (triggerId) => {
    await answer({ ...call, triggerId });
    await expect(answer({ ...call, triggerId })).resolves.toEqual({ text: 'answer 2' });
  });

  test('with a trigger of its own is another one', async () => {
    await answer(call);
    await expect(answer({ ...call, triggerId: 'another' })).resolves.toEqual({ text: 'answer 2' });
  });
});

describe('the store of one command', () => {
  const trigger = { teamId: 'team', id: 'one-trigger-id' };
  const meet = (store: Store, userId: string) =>
    store.transaction(({ people }) => people.add({ teamId: 'team', userId, firstSeenAt: 1 }));

  test('lets it change things as often as it likes, and nobody else under its trigger, for ten minutes', async () => {
    const clock = new FakeClock();
    const store = await openTemporaryStore(clock);
    const command = singleUse(store, clock, trigger);
    await meet(command, 'jane');
    await meet(command, 'id-of-ada');

    // After a restart, or at another process.
    const replayed = singleUse(store, clock, trigger);
    await expect(meet(replayed, 'id-of-eve')).rejects.toThrow('answered already');
    expect(everythingStored(store.path)).toContain('id-of-ada');
    expect(everythingStored(store.path)).not.toContain('id-of-eve');

    clock.advance(minutes(10) + 1);
    await store.tickets.forgetExpired('team', clock.now());
    expect(everythingStored(store.path)).not.toContain('one-trigger-id');
  });

  test('keeps the trigger for a change that has failed, and stores nothing for one that only reads', async () => {
    const clock = new FakeClock();
    const store = await openTemporaryStore(clock);
    const before = everythingStored(store.path);
    const command = singleUse(store, clock, trigger);
    await command.invitations.count('team', undefined);
    await expect(command.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(everythingStored(store.path)).toBe(before);
    await meet(singleUse(store, clock, trigger), 'jane');
    expect(everythingStored(store.path)).toContain('jane');
  });
});
