import { describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { days, hours, minutes } from '../support/fake-clock.ts';
import { openTypist, type Typist } from './typist.ts';

const invite = (typist: Typist, name: string, userId = 'anna') =>
  typist.type(`${name}@acme.ch ${name} Doe`, { userId });

describe('invitations of one person', () => {
  test('end at the day’s limit, with the time from which they go on', async () => {
    const typist = await openTypist({ invitationsPerDay: 2 });
    await invite(typist, 'ada');
    typist.world.clock.advance(hours(3));
    await invite(typist, 'bob');
    expect(await invite(typist, 'eve')).toBe(
      'One person can invite at most 2 people a day here. You can go on in 21 hours.',
    );
    await expect(typist.world.store.invitations.count('team', undefined)).resolves.toBe(2);
    typist.world.clock.advance(hours(21));
    expect(await invite(typist, 'eve')).toContain('is invited as user');
  });

  test('count new links as well', async () => {
    const typist = await openTypist({ invitationsPerDay: 2 });
    await invite(typist, 'ada');
    await invite(typist, 'bob');
    typist.world.clock.advance(minutes(2));
    expect(await typist.type('resend ada@acme.ch')).toContain('at most 2 people a day');
  });

  test('count an import as a whole, before anybody of it is invited', async () => {
    const typist = await openTypist({ invitationsPerDay: 2 });
    await invite(typist, 'ada');
    await typist.type('import bob@acme.ch Bob Doe\neve@acme.ch Eve Doe');
    await typist.world.untilQuiet();
    expect((await typist.press('Invite 2')).text).toContain('at most 2 people a day here. You can go on in');
    await typist.world.untilQuiet();
    expect(typist.world.provisioning.invitations).toHaveLength(1);

    typist.world.clock.advance(days(1));
    await typist.type('import bob@acme.ch Bob Doe\neve@acme.ch Eve Doe');
    await typist.world.untilQuiet();
    await typist.press('Invite 2');
    await typist.world.untilQuiet();
    expect(typist.world.provisioning.invitations).toHaveLength(3);
  });

  test('can’t be an import that is larger than any day', async () => {
    const typist = await openTypist({ invitationsPerDay: 1 });
    await typist.type('import bob@acme.ch Bob Doe\neve@acme.ch Eve Doe');
    await typist.world.untilQuiet();
    expect((await typist.press('Invite 2')).text).toBe('One person can invite at most 1 people a day here.');
  });
});

test('the whole team has a limit of its own, five times as high', async () => {
  const typist = await openTypist({ invitationsPerDay: 1 });
  const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
  typist.world.chat.join(...people.map((id) => chatUser(id, { isSystemAdmin: true })));
  for (const id of people.slice(0, 5)) expect(await invite(typist, `x${id}`, id)).toContain('is invited');
  expect(await invite(typist, 'eve', 'p6')).toContain('The whole team can invite at most 5 people a day');
});

describe('a member who may only ask', () => {
  const open = async () => {
    const typist = await openTypist({ approvalChannel: 'hr' });
    typist.world.chat.openChannel('hr', { isPrivate: true, hasBot: true });
    typist.world.chat.join(chatUser('max'));
    return typist;
  };

  test('can do so ten times an hour', async () => {
    const typist = await open();
    for (let count = 1; count <= 10; count += 1) {
      expect(await invite(typist, `p${count}`, 'max')).toContain('I have asked');
    }
    expect(await invite(typist, 'eve', 'max')).toBe(
      'You can ask for at most 10 invitations an hour. You can ask again in 1 hour.',
    );
    typist.world.clock.advance(hours(1));
    expect(await invite(typist, 'eve', 'max')).toContain('I have asked');
  });

  test('can’t tell by the limit who is invited already', async () => {
    const typist = await open();
    await invite(typist, 'jane');
    for (let count = 1; count <= 10; count += 1) expect(await invite(typist, 'jane', 'max')).toContain('I have asked');
    expect(await invite(typist, 'jane', 'max')).toContain('You can ask again in');
    expect(await typist.world.timeline((await latest(typist, 'jane')).id)).toContain('approval_requested');
  });

  test('can’t tell by the time it takes: both are written to the disk', async () => {
    const typist = await open();
    await invite(typist, 'jane');
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let count = 0; count < 30; count += 1) {
      times.known.push(await timed(() => invite(typist, 'jane', 'max')));
      times.unknown.push(await timed(() => invite(typist, `p${count}`, 'max')));
      typist.world.clock.advance(hours(1));
    }
    expect(median(times.known) / median(times.unknown)).toBeGreaterThan(0.4);
  });
});

async function latest({ world }: Typist, name: string) {
  const invitation = await world.store.invitations.latest('team', `${name}@acme.ch`);
  if (!invitation) throw new Error(`Nobody has invited ${name}`);
  return invitation;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
