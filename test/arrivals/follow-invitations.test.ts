import { beforeEach, describe, expect, it } from 'vitest';
import { recordAcceptance } from '../../src/invitations/record-acceptance.ts';
import { recordEnding } from '../../src/invitations/record-ending.ts';
import { recordNewEnd } from '../../src/invitations/record-new-end.ts';
import { renewInvitation } from '../../src/invitations/renew.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { defaultRequest, jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

describe('what became of an invitation', () => {
  let world: FakeWorld;
  let id: string;
  beforeEach(async () => {
    world = await openWorld();
    id = await world.invited();
  });

  const lookAndTell = async () => {
    await world.poll();
    await world.untilQuiet();
  };
  const state = async () => (await world.invitation(id)).state;
  const toldPat = () => world.chat.messagesTo('pat');

  it('costs one list, however many are pending', async () => {
    for (const name of ['ann', 'bob', 'cleo']) await world.invited({ email: `${name}@acme.ch` });
    const before = world.provisioning.faults.calls.length;
    await world.poll();
    expect(world.provisioning.faults.calls.slice(before)).toEqual(['pendingInvitationIds']);
  });

  it.for(['cancelled', 'accepted', 'longer'] as const)(
    'that was renewed while the poll looked is another invitation by now: %s',
    async (change) => {
      world.clock.advance(minutes(2));
      const before = await world.invitation(id);
      await renewInvitation(world.deps, before, { id: 'pat', name: 'Pat' }, defaultRequest.replyTo);
      await world.untilQuiet();
      const renewed = await world.invitation(id);
      expect(renewed).toMatchObject({ state: 'pending', renewals: 1 });

      if (change === 'cancelled') await recordEnding(world.deps, before, 'revoked');
      if (change === 'accepted') await recordAcceptance(world.deps, before, 501);
      if (change === 'longer') await recordNewEnd(world.deps, before, 1);
      expect(await world.invitation(id)).toEqual(renewed);
    },
  );

  it('asks nothing when none is pending', async () => {
    world.provisioning.end(jane.email, 'rejected');
    await world.poll();
    const before = world.provisioning.faults.calls.length;
    await world.poll();
    expect(world.provisioning.faults.calls).toHaveLength(before);
  });

  it('accepted: recorded with the person, nobody told before they are here', async () => {
    world.provisioning.accept(jane.email, 501);
    await lookAndTell();
    expect(await world.invitation(id)).toMatchObject({
      state: 'accepted',
      providerUserId: 501,
      acceptedAt: world.clock.now(),
    });
    expect(toldPat()).toEqual([]);
  });

  it.for([
    { status: 'rejected', state: 'rejected', words: 'has declined your invitation' },
    { status: 'cancelled', state: 'revoked', words: 'was cancelled at Infomaniak' },
  ] as const)('$status: recorded, and the inviter is told once', async ({ status, state: expected, words }) => {
    world.provisioning.end(jane.email, status);
    await lookAndTell();
    await lookAndTell();
    expect(await state()).toBe(expected);
    expect(toldPat()).toHaveLength(1);
    expect(toldPat()[0]).toContain(words);
    expect(toldPat()[0]).toContain('`/kinvite jane@acme.ch Jane Doe`');
  });

  it('gone from Infomaniak: as good as cancelled', async () => {
    world.provisioning.invitations.length = 0;
    await lookAndTell();
    expect(await state()).toBe('revoked');
  });

  it('a status that is not known: nothing is concluded', async () => {
    world.provisioning.end(jane.email, 'other', 'on_holiday');
    await lookAndTell();
    expect(await state()).toBe('pending');
    expect(toldPat()).toEqual([]);
  });

  it('expired: recorded, and the inviter is told once', async () => {
    world.clock.advance(days(30));
    await lookAndTell();
    await lookAndTell();
    expect(await state()).toBe('expired');
    expect(await world.timeline(id)).toContain('expired');
    const told = world.chat.cardsTo('pat').filter(({ text }) => text.includes('has expired'));
    expect(told).toHaveLength(1);
  });

  it('not a moment before its time', async () => {
    world.clock.moveTo(((await world.invitation(id)).expiresAt ?? 0) - 1);
    await lookAndTell();
    expect(await state()).toBe('pending');
  });

  it('prolonged at Infomaniak: the new time counts', async () => {
    const later = world.clock.now() + days(60);
    Object.assign(world.provisioning.invitations[0] ?? {}, { expiresAt: later });
    world.clock.advance(days(30));
    await lookAndTell();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending', expiresAt: later });
  });

  it('accepted at the last moment: the acceptance wins over the expiry', async () => {
    world.provisioning.accept(jane.email, 501);
    world.clock.advance(days(31));
    await lookAndTell();
    expect(await state()).toBe('accepted');
    expect(toldPat()).toEqual([]);
  });

  it('an ending after the acceptance changes nothing, nor an acceptance after the ending', async () => {
    const invitation = await world.invitation(id);
    await recordAcceptance(world.deps, invitation, 501);
    expect(await recordEnding(world.deps, invitation, 'expired')).toBe(false);
    expect(await state()).toBe('accepted');

    const other = await world.invitation(await world.invited({ email: 'ann@acme.ch' }));
    await recordEnding(world.deps, other, 'revoked');
    expect(await recordAcceptance(world.deps, other, 502)).toBeUndefined();
  });

  it('one that Infomaniak chokes on does not hide the others, and the trouble is reported', async () => {
    const second = await world.invited({ email: 'ann@acme.ch' });
    world.provisioning.end(jane.email, 'rejected');
    world.provisioning.end('ann@acme.ch', 'rejected');
    world.provisioning.faults.plan({ at: 'readInvitation', moment: 'before', error: refusal(500) });
    await expect(world.poll()).rejects.toThrow('500');
    expect(await state()).toBe('pending');
    expect(await world.invitation(second)).toMatchObject({ state: 'rejected' });
  });

  it('is known although kChat is down', async () => {
    world.provisioning.accept(jane.email, 501);
    world.chat.faults.plan({ at: 'roster', moment: 'before', error: silence('timeout', 'kChat') });
    await expect(world.poll()).rejects.toThrow('kChat');
    expect(await state()).toBe('accepted');
  });
});
