import { beforeEach, describe, expect, it } from 'vitest';
import { invitationStates, type InvitationState, type NewInvitation } from '../../src/ports/invitation-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { newInvitation } from './new-invitation.ts';
import { owedPoll } from './owed-poll.ts';

const openStates: InvitationState[] = [
  'awaiting_approval',
  'requested',
  'provisioning',
  'unknown',
  'pending',
  'accepted',
];

describe('invitations in the store', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTemporaryStore(new FakeClock());
  });
  const insert = (id: string, changes?: Partial<NewInvitation>) => store.invitations.insert(newInvitation(id, changes));

  it('of people who were forgotten are nobody’s latest', async () => {
    await insert('one', { email: '' });
    expect(await store.invitations.latest(team.id, '')).toBeUndefined();
  });

  it('come back as they were written', async () => {
    await insert('one', { strict: false });
    expect(await store.invitations.byId(team.id, 'one')).toEqual({
      ...newInvitation('one', { strict: false }),
      state: 'requested',
      providerStep: 'none',
      failure: undefined,
      failureDetail: undefined,
      providerStepAt: undefined,
      providerInvitationId: undefined,
      expiresAt: undefined,
      acceptedAt: undefined,
      arrivedAt: undefined,
      providerUserId: undefined,
      chatUserId: undefined,
      renewals: 0,
      renewedAt: undefined,
      cardPostId: undefined,
      approvedBy: undefined,
      approvalPostId: undefined,
    });
  });

  it.for(invitationStates)(
    'while one is %s, a second of its address is taken only if that state is final',
    async (state) => {
      await insert('one');
      await store.invitations.transition(team.id, 'one', ['requested'], state);
      const isOpen = openStates.includes(state);
      expect(await insert('two')).toBe(!isOpen);
      expect((await store.invitations.open(team.id, 'jane@acme.ch'))?.id).toBe(isOpen ? 'one' : 'two');
    },
  );

  it('one of fifty written at once is taken', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `number-${index}`);
    const taken = await Promise.all(
      ids.map((id) => store.transaction(({ invitations }) => invitations.insert(newInvitation(id)))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store.invitations.count(team.id, undefined)).toBe(1);
  });

  it('the same address may be invited to two teams, and neither sees the other', async () => {
    await insert('one');
    expect(await insert('two', { teamId: 'other team' })).toBe(true);
    expect(await store.invitations.byId(team.id, 'two')).toBeUndefined();
    expect(await store.invitations.transition(team.id, 'two', ['requested'], 'pending')).toBeUndefined();
    expect(await store.invitations.inStates(team.id, ['requested'])).toMatchObject([{ id: 'one' }]);
  });

  it('change their state from the named states only', async () => {
    await insert('one');
    expect(
      await store.invitations.transition(team.id, 'one', ['pending', 'unknown'], 'accepted', { acceptedAt: 5 }),
    ).toBeUndefined();
    expect(await store.invitations.byId(team.id, 'one')).toMatchObject({ state: 'requested', acceptedAt: undefined });
    expect(
      await store.invitations.transition(team.id, 'one', ['requested'], 'pending', { expiresAt: 9 }),
    ).toMatchObject({
      state: 'pending',
      expiresAt: 9,
    });
  });

  it('take a step only from the one that was read', async () => {
    await insert('one');
    await store.invitations.transition(team.id, 'one', ['requested'], 'provisioning');
    const read = { teamId: team.id, id: 'one', providerStep: 'none', providerStepAt: undefined } as const;
    const creating = { providerStep: 'creating', providerStepAt: 5 } as const;
    expect(await store.invitations.takeStep({ ...read, teamId: 'other team' }, creating)).toBeUndefined();
    expect(await store.invitations.takeStep(read, creating)).toMatchObject(creating);
    expect(await store.invitations.takeStep(read, { ...creating, providerStepAt: 6 })).toBeUndefined();
    const stale = { ...read, ...creating, providerStepAt: 4 };
    expect(await store.invitations.takeStep(stale, { providerStep: 'none', providerStepAt: 7 })).toBeUndefined();
    expect(await store.invitations.byId(team.id, 'one')).toMatchObject(creating);
    expect(
      await store.invitations.takeStep({ ...read, ...creating }, { providerStep: 'created', providerStepAt: 8 }),
    ).toMatchObject({ providerStep: 'created' });
  });

  it('take no step once they have ended', async () => {
    await insert('one');
    const read = { teamId: team.id, id: 'one', providerStep: 'none', providerStepAt: undefined } as const;
    await store.invitations.transition(team.id, 'one', ['requested'], 'failed');
    const creating = { providerStep: 'creating', providerStepAt: 5 } as const;
    expect(await store.invitations.takeStep(read, creating)).toBeUndefined();
  });

  it('of whoever is asked about are found each time, also within a transaction', async () => {
    await insert('one');
    await insert('two', { email: 'max@acme.ch' });
    await store.transaction(async ({ invitations }) => {
      await invitations.transition(team.id, 'two', ['requested'], 'revoked');
      await invitations.insert(newInvitation('three', { email: 'max@acme.ch', requestedAt: 2 }));
      expect(await invitations.latest(team.id, 'max@acme.ch')).toMatchObject({ id: 'three' });
    });
    expect(await store.invitations.latest(team.id, 'jane@acme.ch')).toMatchObject({ id: 'one' });
    expect(await store.invitations.latest(team.id, 'max@acme.ch')).toMatchObject({ id: 'three' });
    expect(await store.invitations.latest('other team', 'max@acme.ch')).toBeUndefined();
  });

  it('are counted to where it was asked for', async () => {
    for (const name of ['one', 'two', 'three']) await insert(name, { email: `${name}@acme.ch` });
    expect(await store.invitations.count(team.id, undefined, 2)).toBe(2);
    expect(await store.invitations.count(team.id, 'requested', 10)).toBe(3);
    expect(await store.invitations.count(team.id, 'pending', 2)).toBe(0);
  });

  it('of two transitions that race, one wins', async () => {
    await insert('one');
    await store.invitations.transition(team.id, 'one', ['requested'], 'pending');
    const outcomes = await Promise.all([
      store.invitations.transition(team.id, 'one', ['pending'], 'accepted'),
      store.invitations.transition(team.id, 'one', ['pending'], 'expired'),
    ]);
    expect(outcomes.filter((outcome) => outcome !== undefined)).toHaveLength(1);
  });

  it('a state, its event and what it owes are rolled back together', async () => {
    await insert('one');
    const failing = store.transaction(async ({ invitations, deliveries, people }) => {
      await invitations.transition(team.id, 'one', ['requested'], 'pending');
      await invitations.addEvent({ teamId: team.id, invitationId: 'one', kind: 'created', at: 1, actor: 'test' });
      await deliveries.enqueue(owedPoll());
      await people.add({ teamId: team.id, userId: 'jane', firstSeenAt: 1 });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await store.invitations.byId(team.id, 'one')).toMatchObject({ state: 'requested' });
    expect(await store.invitations.events(team.id, 'one')).toEqual([]);
    expect(await store.deliveries.byKey('team', 'key')).toBeUndefined();
    expect(await store.people.unknownOf(team.id, ['jane'])).toEqual(['jane']);
  });

  it('are paged newest first and counted, by state', async () => {
    for (const at of [1, 2, 3, 4]) await insert(`at-${at}`, { email: `p${at}@acme.ch`, requestedAt: at });
    await store.invitations.transition(team.id, 'at-4', ['requested'], 'pending');
    const page = await store.invitations.page(team.id, { state: 'requested', limit: 2, offset: 1 });
    expect(page.map(({ id }) => id)).toEqual(['at-2', 'at-1']);
    expect(await store.invitations.count(team.id, 'requested')).toBe(3);
  });

  it('the newest of an address is the latest', async () => {
    await insert('old', { requestedAt: 1 });
    await store.invitations.transition(team.id, 'old', ['requested'], 'failed');
    await insert('new', { requestedAt: 2, parentId: 'old' });
    expect(await store.invitations.latest(team.id, 'jane@acme.ch')).toMatchObject({ id: 'new', parentId: 'old' });
  });

  it('the addresses with an open one are found together, however many are asked for', async () => {
    await insert('open');
    await insert('ended', { email: 'ended@acme.ch' });
    await store.invitations.transition(team.id, 'ended', ['requested'], 'failed');
    await insert('theirs', { teamId: 'other', email: 'theirs@acme.ch' });
    const many = Array.from({ length: 40_000 }, (_, index) => `p${index}@acme.ch`);
    const emails = ['jane@acme.ch', 'ended@acme.ch', 'theirs@acme.ch', ...many];
    expect(await store.invitations.openAmong(team.id, emails)).toEqual(new Set(['jane@acme.ch']));
  });
});
