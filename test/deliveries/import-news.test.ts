import { beforeEach, describe, expect, it } from 'vitest';
import type { ProviderInvitation } from '../../src/ports/provisioning.ts';
import { openTypist, type Typist } from '../commands/typist.ts';
import { textsStored } from '../support/everything-stored.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { days, hours, minutes, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { addressOf, importPeople } from '../support/import-people.ts';
import type { FakeWorld } from '../support/fake-world.ts';

let typist: Typist;
let world: FakeWorld;
let started: number;
beforeEach(async () => {
  typist = await openTypist({ noticeChannels: [], welcomeWalkIns: false });
  world = typist.world;
  started = world.clock.now();
});

/** The invitations live for 30 days. */
const moveTo = async (day: number) => {
  world.clock.moveTo(started + days(day));
  await world.poll();
  await world.untilQuiet(hours(2));
};
const told = (text: string) => world.chat.messagesTo('anna').filter((message) => message.includes(text));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const end = (indexes: readonly number[], status: ProviderInvitation['status']) => {
  for (const index of indexes) world.provisioning.end(addressOf(index), status);
};
const accept = (indexes: readonly number[]) => {
  for (const index of indexes) world.provisioning.accept(addressOf(index), 500 + index);
};
const arrive = async (indexes: readonly number[]) => {
  accept(indexes);
  world.chat.join(...indexes.map((index) => chatUser(`u${index}`, { email: addressOf(index) })));
  await world.poll();
};
const idOf = async (index: number) => (await world.store.invitations.latest(team.id, addressOf(index)))?.id ?? '';
const tellings = async (index: number) =>
  (await world.store.invitations.events(team.id, await idOf(index)))
    .filter(({ kind }) => kind === 'inviter_told')
    .map(({ detail }) => detail);
const namesIn = (message = '') => [...message.matchAll(/^- .*`(p\d+)@/gm)].map(([, name]) => name);

describe('of the people of an import', () => {
  it('all who have not accepted two days before the end are one reminder', async () => {
    await importPeople(typist, 60);
    await moveTo(27.5);
    expect(told('not accepted yet')).toEqual([]);
    await moveTo(28);
    const [reminder, ...others] = told('not accepted yet');
    expect(others).toEqual([]);
    expect(reminder).toMatch(/^⏰ 60 people of your import of 23 Nov 2026.* the first invitation ends on 23 Dec 2026/);
    expect(namesIn(reminder)).toHaveLength(20);
    expect(reminder).toContain('- **Person Nr0** (`p0@acme.ch`)\n');
    expect(reminder).toContain('… and 40 more people.');
    expect(reminder).toContain('`/kinvite resend p0@acme.ch`');
    expect(reminder).toContain('`/kinvite list pending`');
    expect(await tellings(59)).toEqual(['reminder']);
    expect(textsStored(world.store.path).get('import_news.invitation_id')).toEqual([]);
    await moveTo(29);
    expect(told('not accepted yet')).toHaveLength(1);
  });

  it('are one reminder although inviting them took hours, and the clock there differs', async () => {
    let made = 0;
    Object.defineProperty(world.provisioning, 'lifeMs', {
      get: () => days(30) + ((made += 1) % 2 === 0 ? hours(2) : -seconds(5)),
    });
    await importPeople(typist, 10);
    for (const hour of range(0, 6)) await moveTo(28 + hour / 24);
    expect(told('not accepted yet')).toEqual([expect.stringContaining('10 people')]);
  });

  it('who accepts before is not in it, nor is anybody told when all have', async () => {
    await importPeople(typist, 3);
    accept([1]);
    await moveTo(28);
    expect(told('2 people')).toHaveLength(1);
    expect(told('p1@acme.ch` |')).toHaveLength(1);
    expect(namesIn(told('not accepted yet')[0])).toEqual(['p0', 'p2']);

    const next = await openTypist();
    world = next.world;
    started = world.clock.now();
    await importPeople(next, 3);
    accept([0, 1, 2]);
    await world.poll();
    await moveTo(28);
    expect(told('not accepted yet')).toEqual([]);
  });

  it('one whose end moves is reminded of at that end', async () => {
    await importPeople(typist, 3);
    for (const one of world.provisioning.pendingOf(addressOf(1))) one.expiresAt = started + days(40);
    await moveTo(28);
    // A poll reads it when its time seems to be up.
    await moveTo(30.1);
    await moveTo(38.1);
    expect(told('not accepted yet').map(namesIn)).toEqual([['p0', 'p1', 'p2'], ['p1']]);
    expect(world.chat.cardsTo('anna').filter(({ text }) => text.includes('p1@acme.ch'))).toEqual([]);
  });

  it('all who have expired are one message, which says how to go on', async () => {
    await importPeople(typist, 60);
    await moveTo(30.1);
    const [message, ...others] = told('expired');
    expect(others).toEqual([]);
    expect(message).toMatch(/^⌛ The invitations of 60 people of your import .* have expired without an answer\./);
    expect(message).toContain('To invite all of them again, import them once more: `/kinvite import`');
    expect(message).toContain('`/kinvite revoke p0@acme.ch`');
    expect(message).toContain('`/kinvite list expired`');
  });

  it.each([
    ['rejected', 'have declined the invitation'],
    ['cancelled', 'were cancelled at Infomaniak'],
  ] as const)('all whose invitation was %s are one message', async (status, text) => {
    await importPeople(typist, 30);
    end(range(0, 30), status);
    await moveTo(1);
    expect(told('30 people')).toEqual([expect.stringContaining(text)]);
    expect(told(text)[0]).toContain('`/kinvite p0@acme.ch Person Nr0`');
  });

  it('all who accepted and were removed before they came are one message', async () => {
    await importPeople(typist, 30);
    accept(range(0, 30));
    await moveTo(1);
    world.provisioning.members.splice(0);
    for (const day of range(2, 7)) await moveTo(day);
    expect(told('30 people')).toEqual([expect.stringContaining('had accepted and were removed')]);
  });

  it('all who arrive are a message a day at most, and none is left out', async () => {
    await importPeople(typist, 60);
    for (const at of range(0, 20)) {
      world.clock.moveTo(started + days(1) + hours(at / 2));
      await arrive(range(at * 3, at * 3 + 3));
      await world.untilQuiet(minutes(20));
    }
    await world.untilQuiet();
    const messages = told('in kChat now');
    expect(messages).toHaveLength(2);
    const counts = messages.map((message) => Number(/(\d+) people/.exec(message)?.[1]));
    expect(counts.reduce((sum, count) => sum + count)).toBe(60);
    for (const index of range(0, 60)) expect(await tellings(index)).toEqual(['arrived']);
    expect(messages[0]).toContain('`/kinvite list arrived`');
  });

  it('those come first whom a channel could not be given', async () => {
    world.chat.openChannel('marketing', { hasBot: true });
    await importPeople(typist, 30, [',channels', ',~marketing']);
    const gone = refusal(403, undefined, {}, 'kChat');
    await arrive(range(0, 29));
    await world.untilQuiet(minutes(10));
    world.chat.faults.plan({ at: 'addToChannel', moment: 'before', error: gone, times: 99 });
    await arrive([29]);
    await world.untilQuiet();
    const message = told('in kChat now')[0];
    expect(message).toContain('✅ 30 people');
    expect(message).toContain(
      '\n\n- **Person Nr29** (`p29@acme.ch`) · could not be added to ~marketing: please add them by hand\n- **Person Nr0**',
    );
  });

  it('one alone is told in the same way, and in the singular', async () => {
    await importPeople(typist, 2);
    end([1], 'rejected');
    await moveTo(1);
    expect(told('has declined')[0]).toMatch(/^✋ One person of your import .* has declined the invitation\.\n\n- /);
    expect(told('has declined')[0]).not.toContain('all of them');
  });

  it('one whom somebody revokes by hand is told of at once, alone', async () => {
    await importPeople(typist, 2);
    typist.world.chat.join(chatUser('berta', { firstName: 'Berta', isSystemAdmin: true }));
    await typist.type('revoke p1@acme.ch', { userId: 'berta' });
    await world.untilQuiet(minutes(1));
    expect(told('Berta has revoked the invitation of **Person Nr1**')).toHaveLength(1);
  });
});

describe('such a message', () => {
  it('stays below what kChat takes, however long the names are', async () => {
    const name = 'Nana*'.repeat(12);
    await typist.type(
      `import ${['email,first_name,last_name', ...range(0, 25).map((index) => `${'x'.repeat(50)}${index}@acme.ch,${name},${name}`)].join('\n')}`,
    );
    await world.drain();
    await typist.press('Invite 25');
    await world.untilQuiet();
    await moveTo(30.1);
    const [message = ''] = told('expired');
    expect(message.length).toBeLessThan(4_000);
    expect(message).toMatch(/… and \d+ more people/);
    expect(message).toContain('/kinvite list expired');
  });

  it('is in the language of whoever imported', async () => {
    const anna = world.chat.users.find(({ id }) => id === 'anna');
    await importPeople(typist, 2);
    Object.assign(anna ?? {}, { locale: 'de' });
    await moveTo(30.1);
    expect(told('⌛')[0]).toMatch(/^⌛ Die Einladungen von 2 Personen deines Imports/);
  });

  it('is sent once although kChat falls silent after it, and who comes in between is told of the day after', async () => {
    await importPeople(typist, 4);
    end([0, 1], 'rejected');
    await world.poll();
    world.chat.faults.plan({ at: 'post', moment: 'after', error: silence('timeout', 'kChat') });
    world.clock.advance(hours(1));
    await world.drain();
    end([2], 'rejected');
    await world.poll();
    await world.untilQuiet();
    expect(told('declined').map(namesIn)).toEqual([['p0', 'p1'], ['p2']]);
    expect([await tellings(1), await tellings(2)]).toEqual([['rejected'], ['rejected']]);
  });

  it('tells of several days at once when it could not be sent before', async () => {
    await importPeople(typist, 2);
    end([0], 'rejected');
    await world.poll();
    world.clock.advance(days(1));
    end([1], 'rejected');
    await world.poll();
    world.clock.advance(days(1));
    await world.untilQuiet();
    expect(told('declined').map(namesIn)).toEqual([['p0', 'p1']]);
  });

  it('is sent although the program dies before it', async () => {
    await importPeople(typist, 2);
    end([0, 1], 'rejected');
    await world.poll();
    world.chat.faults.plan({ at: 'post', moment: 'before' });
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(told('declined').map(namesIn)).toEqual([['p0', 'p1']]);
  });

  it('names nobody who was forgotten meanwhile, also where it was tried before', async () => {
    await importPeople(typist, 3);
    end([0, 1, 2], 'rejected');
    await world.poll();
    await typist.type('forget p0@acme.ch --confirm');
    world.chat.faults.plan({ at: 'post', moment: 'before', error: silence('timeout', 'kChat') });
    world.clock.advance(hours(1));
    await world.drain();
    const kept = () => textsStored(world.store.path).get('delivery.message')?.join();
    expect(kept()).toContain('Person Nr1');
    expect(await typist.type('forget p1@acme.ch --confirm')).toContain('🧹 Erased');
    expect(kept()).toBe('');
    await world.untilQuiet();
    expect(told('declined').map(namesIn)).toEqual([['p2']]);
    expect(told('declined')[0]).toContain('One person');
  });

  it('holds up who is to be forgotten while it is being sent', async () => {
    await importPeople(typist, 2);
    end([0, 1], 'rejected');
    await world.poll();
    await world.untilQuiet(minutes(30));
    world.clock.advance(hours(1));
    const claim = { teamId: team.id, now: world.clock.now(), holder: 'another', leaseMs: minutes(5), limit: 8 };
    const claimed = (await world.store.deliveries.claim(claim)).find((one) => one.kind === 'import_news');
    if (!claimed) throw new Error('It is not due');
    const news = { ...claimed.payload, teamId: team.id };
    await world.store.importNews.take(news, claimed.id, claim.now + 1);
    expect(await typist.type('forget p0@acme.ch --confirm')).toContain('try again in a minute');
    await world.store.deliveries.releaseAll();
    expect(await typist.type('forget p0@acme.ch --confirm')).toContain('🧹 Erased');
  });
});
