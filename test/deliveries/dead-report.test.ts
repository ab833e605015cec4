import { beforeEach, describe, expect, it } from 'vitest';
import { retryDead } from '../../src/deliveries/retry-dead.ts';
import type { DeliveryKind } from '../../src/ports/delivery-store.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { hours, minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const notThere = refusal(404, undefined, {}, 'kChat');
const title = 'I have stopped trying some of what I owed';

let world: FakeWorld;
async function open(changes: Parameters<typeof openWorld>[0] = {}): Promise<void> {
  world = await openWorld({ noticeChannels: [], ...changes });
  world.chat.join(chatUser('anna', { isSystemAdmin: true }));
  await world.store.people.add({ teamId: team.id, userId: 'anna', firstSeenAt: world.clock.now() });
}
beforeEach(() => open());

/** Something that can't be done: its invitation is not there. */
async function oweInVain(kind: DeliveryKind, count = 1): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const key = `${kind}:in-vain:${world.clock.now()}:${index}`;
    const owed = { teamId: team.id, kind, target: key, payload: {}, dedupeKey: key, runAt: world.clock.now() };
    await world.store.deliveries.enqueue(owed as never);
  }
}
const reportsTo = (reader: string) => world.chat.messagesTo(reader).filter((message) => message.includes(title));

describe('what was given up and nobody else is told of', () => {
  it('is told to an administrator once, by its kind and without a name', async () => {
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await world.poll();
    // Neither the welcome gets through nor the message about it.
    world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: notThere, times: 100 });
    await world.drain();
    world.chat.faults.clear();
    await world.untilQuiet();
    expect(reportsTo('anna')).toEqual([
      expect.stringMatching(/- 2 × `inviter_message`\n\n.*jobs -- list --state dead/),
    ]);
    expect(reportsTo('anna')[0]).not.toMatch(/jane|doe|@|pat/i);
    world.clock.advance(hours(5));
    await world.untilQuiet();
    expect(reportsTo('anna')).toHaveLength(1);
  });

  it('is told in one message when a hundred die together', async () => {
    await oweInVain('card', 100);
    await oweInVain('outcome', 3);
    await world.untilQuiet();
    expect(reportsTo('anna')).toHaveLength(1);
    expect(reportsTo('anna')[0]).toContain('- 100 × `card`\n- 3 × `outcome`');
  });

  it('is told in one message an hour at most, and none is left out', async () => {
    for (let round = 0; round < 12; round += 1) {
      await oweInVain('card', 2);
      await world.untilQuiet(minutes(2));
      world.clock.advance(minutes(8));
    }
    await world.untilQuiet();
    const told = reportsTo('anna');
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThanOrEqual(4);
    const counts = told.map((message) => Number(/- (\d+) ×/.exec(message)?.[1]));
    expect(counts.reduce((sum, count) => sum + count)).toBe(24);
  });

  it('is told again when it was retried in vain', async () => {
    await oweInVain('card');
    await world.untilQuiet();
    const [dead] = await world.store.deliveries.unfinishedPage(team.id, 'dead', 1);
    await world.store.transaction((queries) => retryDead(queries, team.id, dead?.id ?? '', world.clock.now()));
    await world.untilQuiet();
    expect(reportsTo('anna')).toHaveLength(2);
  });

  it('is told once although kChat falls silent after the message', async () => {
    await oweInVain('card');
    world.chat.faults.plan({ at: 'post', moment: 'after', error: silence('timeout', 'kChat') });
    await world.untilQuiet();
    expect(reportsTo('anna')).toHaveLength(1);
  });

  it('is told although the program dies before the message', async () => {
    await oweInVain('card');
    world.chat.faults.plan({ at: 'post', moment: 'before' });
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(reportsTo('anna')).toEqual([expect.stringContaining('- 1 × `card`')]);
  });

  it('is told by the next report when the first could not be given', async () => {
    await oweInVain('card');
    world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: notThere, times: 100 });
    await world.untilQuiet();
    expect(reportsTo('anna')).toEqual([]);
    world.chat.faults.clear();
    world.clock.advance(hours(1));
    await oweInVain('outcome');
    await world.untilQuiet();
    expect(reportsTo('anna')).toEqual([expect.stringContaining('- 1 × `card`\n- 1 × `outcome`')]);
  });
});

describe('nothing is told of', () => {
  it('a failure of which the inviter is told', async () => {
    await open({ noticeChannels: ['nowhere'] });
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await world.poll();
    await world.untilQuiet();
    const dead = await world.store.deliveries.unfinishedPage(team.id, 'dead', 10);
    expect(dead.map(({ kind }) => kind)).toEqual(['notice']);
    expect(world.chat.messagesTo('pat').some((message) => message.includes('nowhere'))).toBe(true);
    expect(reportsTo('anna')).toEqual([]);
  });

  it('mere looks', async () => {
    await oweInVain('poll');
    world.chat.faults.plan({ at: 'roster', moment: 'before', error: notThere, times: 2 });
    await world.untilQuiet();
    expect(await world.store.deliveries.unfinishedPage(team.id, 'dead', 10)).toHaveLength(1);
    expect(reportsTo('anna')).toEqual([]);
  });
});

describe('those who are told', () => {
  it('read it in the approval channel where there is one', async () => {
    await open({ approvalChannel: 'hr' });
    world.chat.openChannel('hr', { isPrivate: true, hasBot: true });
    await oweInVain('card');
    await world.untilQuiet();
    expect([reportsTo('hr').length, reportsTo('anna').length]).toEqual([1, 0]);
  });

  it('are those whom KCHAT_ADMINS names, by user name or id', async () => {
    await open({ extraAdministrators: ['nora.n', 'id-of-tom', 'nobody'] });
    world.chat.join(chatUser('id-of-nora', { username: 'nora.n' }), chatUser('id-of-tom', { username: 'tom.t' }));
    await oweInVain('card');
    await world.untilQuiet();
    expect(['id-of-nora', 'id-of-tom', 'anna'].map((reader) => reportsTo(reader).length)).toEqual([1, 1, 0]);
  });

  it('are five at most', async () => {
    world.chat.join(...Array.from({ length: 9 }, (_, index) => chatUser(`admin${index}`, { isSystemAdmin: true })));
    await oweInVain('card');
    await world.untilQuiet();
    expect(world.chat.posts.filter(({ message }) => message.includes(title))).toHaveLength(5);
  });

  it('are told although one of them can’t be written to', async () => {
    world.chat.join(chatUser('bert', { isSystemAdmin: true }));
    await oweInVain('card');
    await world.untilQuiet(minutes(1) - 1);
    world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: notThere });
    await world.untilQuiet();
    expect([reportsTo('anna').length, reportsTo('bert').length]).toEqual([0, 1]);
  });

  it('may not be known; then it is told when they are', async () => {
    world = await openWorld({ noticeChannels: [] });
    await oweInVain('card');
    await world.untilQuiet();
    world.chat.join(chatUser('anna', { isSystemAdmin: true }));
    world.clock.advance(hours(1));
    await oweInVain('card');
    await world.untilQuiet();
    expect(reportsTo('anna')).toEqual([expect.stringContaining('- 2 × `card`')]);
  });
});
