import { beforeEach, describe, expect, it } from 'vitest';
import { renewInvitation } from '../../src/invitations/renew.ts';
import type { Fact } from '../../src/ports/observe.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, hours } from '../support/fake-clock.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

let world: FakeWorld;
let id: string;
beforeEach(async () => {
  world = await openWorld();
  id = await world.invited();
});

/** The facts of one kind. */
const told = (happened: Fact['happened']) => world.facts.filter((fact) => fact.happened === happened);

async function look(): Promise<void> {
  await world.poll();
  await world.untilQuiet();
}

describe('what is observed of an invitation', () => {
  it('that it was requested, once', async () => {
    await expect(world.invite()).rejects.toThrow('open invitation');
    expect(told('invitation')).toEqual([{ happened: 'invitation', invitation: id }]);
  });

  it('that it was accepted, and how long that took', async () => {
    const begin = (await world.invitation(id)).requestedAt;
    world.provisioning.accept(jane.email, 501);
    world.clock.advance(hours(5));
    const afterMs = world.clock.now() - begin;
    await look();
    await look();
    expect(told('acceptance')).toEqual([{ happened: 'acceptance', invitation: id, afterMs }]);
  });

  it('that it was accepted, also when a renewal finds it out', async () => {
    world.clock.advance(hours(1));
    world.provisioning.accept(jane.email, 501);
    const replyTo = { channelId: '', trigger: 'kinvite' };
    await renewInvitation(world.deps, await world.invitation(id), { id: 'pat', name: 'Pat Keller' }, replyTo);
    await world.untilQuiet();
    await look();
    expect(told('acceptance')).toHaveLength(1);
  });

  it('that the invitee has arrived, once', async () => {
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await look();
    await look();
    expect(told('arrival')).toEqual([{ happened: 'arrival', as: 'invited', invitation: id }]);
  });

  it('that somebody came by an invitation that had ended', async () => {
    world.clock.advance(days(31));
    await look();
    world.provisioning.end(jane.email, 'accepted');
    world.chat.join(chatUser('jane', { email: jane.email }));
    await look();
    await look();
    expect(told('arrival')).toEqual([{ happened: 'arrival', as: 'accepted_late', invitation: id }]);
  });

  it('that somebody walked in, and nobody of those who were there before', async () => {
    world.chat.join(chatUser('walter'));
    await look();
    await look();
    expect(told('arrival')).toEqual([{ happened: 'arrival', as: 'walk_in', invitation: undefined }]);
  });

  it('nothing that was not written', async () => {
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    const transaction = world.store.transaction.bind(world.store);
    world.store.transaction = (work) =>
      transaction(async (queries) => {
        await work(queries);
        throw new Error('disk full');
      });
    await expect(world.poll()).rejects.toThrow('disk full');
    expect([...told('acceptance'), ...told('arrival')]).toEqual([]);
  });
});
