import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { copyDatabase } from '../../src/backups/copy-database.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { days, hours, minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { FakeWorld, jane, openWorld } from '../support/fake-world.ts';
import { guestRequest, gus, openWorldForGuests } from '../support/guest-request.ts';
import { temporaryPath } from '../support/temporary-store.ts';

const max = { email: 'max@acme.ch', firstName: 'Max', lastName: 'Frei' };

let world: FakeWorld;
let copy: string;
beforeEach(async () => {
  world = await openWorld();
});

async function back(): Promise<void> {
  copy = `${await temporaryPath()}-copy`;
  await copyDatabase({ from: world.store.path, to: copy, at: world.clock.now() });
}

/** The database is lost some hours later, and the copy serves in its place; both platforms are as they were left. */
async function restore(): Promise<FakeWorld> {
  world.clock.advance(hours(3));
  const store = openSqliteStore(copy, world.clock);
  onTestFinished(() => store.close());
  const restored = await store.registrations.restoration(team.id, world.clock.now());
  const settings = { ...world.deps.settings, restoredFrom: restored?.copiedAt };
  return new FakeWorld(world.clock, Object.assign(store, { path: copy }), settings, world);
}

function arrives({ email }: typeof jane, id: string): void {
  world.provisioning.accept(email, 501);
  world.chat.join(chatUser(id, { email, firstName: id }));
}

async function look(at: FakeWorld): Promise<void> {
  await at.poll();
  await at.untilQuiet();
}

const seen = () => ({
  welcomes: world.chat.messagesTo('jane').length,
  notices: world.chat.messagesTo('town-square').length,
  toPat: world.chat.messagesTo('pat').length,
  cards: world.chat.cardsTo('pat').length,
});

describe('after a restore', () => {
  it('nobody is invited again whose invitation the copy had only just begun', async () => {
    const id = await world.invite();
    await back();
    await world.untilQuiet();
    const before = seen();
    const restored = await restore();
    await restored.untilQuiet();
    await look(restored);
    expect(world.provisioning.invitations).toHaveLength(1);
    expect(await restored.invitation(id)).toMatchObject({ state: 'pending', providerInvitationId: 100 });
    expect(seen()).toMatchObject({ cards: before.cards });
  });

  it('nobody is welcomed or announced again, and the inviter is not told twice, although the copy still waits for them', async () => {
    const id = await world.invited();
    await back();
    arrives(jane, 'jane');
    await look(world);
    const before = seen();
    expect(before).toMatchObject({ welcomes: 1, notices: 1, toPat: 1 });

    const restored = await restore();
    await look(restored);
    await look(restored);
    expect(seen()).toEqual(before);
    expect(await restored.invitation(id)).toMatchObject({ state: 'arrived', chatUserId: 'jane' });
  });

  it('nor is anybody of whom the copy knows nothing', async () => {
    await back();
    await world.invited();
    arrives(jane, 'jane');
    world.chat.join(chatUser('walter'));
    await look(world);
    const before = [seen(), world.chat.messagesTo('walter').length];
    const restored = await restore();
    await look(restored);
    expect([seen(), world.chat.messagesTo('walter').length]).toEqual(before);
  });

  it('nor is a guest', async () => {
    world = await openWorldForGuests();
    await world.invited(guestRequest);
    world.clock.advance(minutes(1));
    await back();
    const userId = world.chat.acceptGuest(gus);
    await look(world);
    const before = [world.chat.messagesTo(userId), world.chat.messagesTo('pat')];
    expect(before.map(({ length }) => length)).toEqual([1, 1]);
    const restored = await restore();
    await look(restored);
    expect([world.chat.messagesTo(userId), world.chat.messagesTo('pat')]).toEqual(before);
  });

  it('what somebody asks for is new, although it reads as something before', async () => {
    await back();
    await world.invited();
    const restored = await restore();
    await look(restored);
    expect(await restored.store.invitations.latest(team.id, jane.email)).toBeUndefined();
    const id = await restored.invite();
    expect(await restored.store.deliveries.byKey('team', `provision:${id}`)).toMatchObject({ attempts: 0 });
    await restored.untilQuiet();
    expect(world.provisioning.invitations).toHaveLength(1);
    expect(await restored.invitation(id)).toMatchObject({ state: 'pending' });
  });

  it('whoever came while the bot was away is welcomed, once', async () => {
    await world.invited();
    await world.invited(max);
    await back();
    arrives(jane, 'jane');
    await look(world);
    arrives(max, 'max');
    const restored = await restore();
    await look(restored);
    await look(restored);
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
    expect(world.chat.messagesTo('max')).toHaveLength(1);
    expect(world.chat.messagesTo('max')[0]).toContain('Pat Keller');
  });

  it('whoever comes later is welcomed as ever', async () => {
    await world.invited();
    await back();
    const restored = await restore();
    await look(restored);
    arrives(jane, 'jane');
    await look(restored);
    expect(seen()).toMatchObject({ welcomes: 1, notices: 1, toPat: 1 });
  });

  it('nobody is greeted while kChat does not say whether they were', async () => {
    await world.invited();
    await back();
    arrives(jane, 'jane');
    await look(world);
    const restored = await restore();
    world.chat.faults.plan({ at: 'findOwnPost', moment: 'before', error: silence('timeout', 'kChat') });
    await expect(restored.poll()).rejects.toThrow();
    await restored.untilQuiet();
    await look(restored);
    expect(seen()).toMatchObject({ welcomes: 1, notices: 1, toPat: 1 });
  });

  it('what ended since is recorded and told once', async () => {
    const id = await world.invited();
    await back();
    world.provisioning.end(jane.email, 'rejected');
    await look(world);
    const before = world.chat.messagesTo('pat');
    expect(before).toHaveLength(1);
    const restored = await restore();
    await look(restored);
    expect(await restored.invitation(id)).toMatchObject({ state: 'rejected' });
    expect(world.chat.messagesTo('pat')).toEqual(before);
  });

  it('what was owed when the copy was made, and done since, is found done', async () => {
    await world.invited();
    arrives(jane, 'jane');
    await world.poll();
    await back();
    await world.untilQuiet();
    const before = seen();
    expect(before).toMatchObject({ welcomes: 1, notices: 1, toPat: 1 });
    const restored = await restore();
    await restored.untilQuiet();
    expect(seen()).toEqual(before);
  });

  it('a reminder that was told since is not told again', async () => {
    await world.invited();
    await back();
    world.clock.advance(days(28));
    await world.untilQuiet(minutes(5));
    const before = seen();
    const restored = await restore();
    await restored.untilQuiet(minutes(5));
    expect(seen()).toEqual(before);
  });
});
