import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryKeys } from '../../src/invitations/delivery-keys.ts';
import { provision } from '../../src/invitations/provision.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock, minutes, seconds } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

describe('provisioning', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });

  it('looks the address up, creates the invitation and grants a seat', async () => {
    const id = await world.invited();
    expect(world.provisioning.faults.calls).toEqual(['findByEmail', 'createInvitation', 'grantKsuite']);
    const [invitation] = world.provisioning.pendingOf(jane.email);
    expect(invitation).toMatchObject({ hasKsuite: true });
    expect(await world.invitation(id)).toMatchObject({
      state: 'pending',
      providerInvitationId: invitation?.id,
      expiresAt: invitation?.expiresAt,
    });
    expect(await world.timeline(id)).toEqual(['requested', 'created', 'mailed', 'seat_granted']);
  });

  it('asks for exactly what the inviter asked for', async () => {
    world.provisioning.workTeams.push({ id: 7, name: 'Sales' });
    await world.invited({ role: 'admin', strict: false, locale: 'de_DE', workTeams: ['sales', '12'] });
    expect(world.provisioning.pendingOf(jane.email)[0]?.asked).toEqual({
      ...jane,
      role: 'admin',
      strict: false,
      locale: 'de_DE',
      workTeamIds: [7, 12],
    });
  });

  it('does not invite a member again', async () => {
    world.provisioning.members.push({ email: jane.email, userId: 1 });
    const id = await world.invited();
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'already_member' });
    expect(world.provisioning.invitations).toEqual([]);
  });

  it('adopts an invitation that is pending already, and gives it a seat', async () => {
    const existing = world.provisioning.addInvitation(jane.email);
    const id = await world.invited();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending', providerInvitationId: existing.id });
    expect(world.provisioning.invitations).toHaveLength(1);
    expect(existing.hasKsuite).toBe(true);
    expect(await world.timeline(id)).toContain('adopted');
  });

  it('leaves an adopted invitation alone when no seat is left for it', async () => {
    const existing = world.provisioning.addInvitation(jane.email);
    world.provisioning.seatsLeft = 0;
    const id = await world.invited();
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'no_seat_left' });
    expect(existing.status).toBe('pending');
  });

  it('takes back its own invitation when no seat is left', async () => {
    world.provisioning.seatsLeft = 0;
    const id = await world.invited();
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'no_seat_left' });
    expect(world.provisioning.pendingOf(jane.email)).toEqual([]);
  });

  it('takes it back once Infomaniak lets it, and keeps the true reason', async () => {
    world.provisioning.seatsLeft = 0;
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'before', error: refusal(500), times: 3 });
    const id = await world.invited();
    expect(world.provisioning.faults.count('cancelInvitation')).toBe(4);
    expect(world.provisioning.faults.count('grantKsuite')).toBe(1);
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'no_seat_left' });
    expect(world.provisioning.pendingOf(jane.email)).toEqual([]);
  });

  it('after an unclear creation, finds its own invitation and makes no second one', async () => {
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'after', error: refusal(502) });
    const id = await world.invite();
    await world.drain();
    expect(await world.invitation(id)).toMatchObject({ state: 'unknown' });
    await world.untilQuiet();
    expect(world.provisioning.faults.count('createInvitation')).toBe(1);
    expect(await world.timeline(id)).toEqual(['requested', 'unconfirmed', 'created', 'mailed', 'seat_granted']);
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
  });

  it('takes back what an unclear creation made, when no seat is left', async () => {
    world.provisioning.seatsLeft = 0;
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'after', error: refusal(502) });
    await world.invited();
    expect(world.provisioning.pendingOf(jane.email)).toEqual([]);
  });

  it('creates again only when an unclear creation has not shown up for 15 s', async () => {
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'before', error: refusal(500) });
    await world.invite();
    await world.drain();
    world.clock.advance(seconds(14.9));
    await world.drain();
    expect(world.provisioning.faults.count('findByEmail')).toBe(2);
    expect(world.provisioning.faults.count('createInvitation')).toBe(1);
    world.clock.advance(100);
    await world.drain();
    expect(world.provisioning.faults.count('createInvitation')).toBe(2);
  });

  it('does not create what another attempt has created while this one stood still', async () => {
    const create = world.provisioning.createInvitation.bind(world.provisioning);
    const replyTo = { channelId: 'here', trigger: 'invite' };
    let isHeldUp = false;
    world.provisioning.createInvitation = async (asked, beforeSending) => {
      if (isHeldUp) return create(asked, beforeSending);
      isHeldUp = true;
      // Between the look-up and its turn to create, its lease has run out, and the next attempt begins and ends.
      await provision(world.deps, team.id, id, replyTo);
      return create(asked, beforeSending);
    };
    const id = await world.invite();
    const late = provision(world.deps, team.id, id, replyTo);
    await expect(late).rejects.toThrow('another attempt has come further');
    expect(world.provisioning.invitations).toHaveLength(1);
    expect(await world.invitation(id)).toMatchObject({ state: 'pending', providerStep: 'created' });
  });

  it('records once what two attempts have seen of one creation', async () => {
    const create = world.provisioning.createInvitation.bind(world.provisioning);
    const replyTo = { channelId: 'here', trigger: 'invite' };
    world.provisioning.createInvitation = async (asked, beforeSending) => {
      const created = await create(asked, beforeSending);
      // Its answer comes so late that the next attempt has found what was created.
      await provision(world.deps, team.id, id, replyTo);
      return created;
    };
    const id = await world.invite();
    await expect(provision(world.deps, team.id, id, replyTo)).rejects.toThrow('another attempt has come further');
    expect(await world.timeline(id)).toEqual(['requested', 'created', 'mailed', 'seat_granted']);
  });

  it('counts the 15 s from when the creation was sent, not from when it began to wait for its turn', async () => {
    const create = world.provisioning.createInvitation.bind(world.provisioning);
    world.provisioning.createInvitation = (asked, beforeSending) => {
      world.clock.advance(seconds(50));
      return create(asked, beforeSending);
    };
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'before', error: refusal(500) });
    await world.invite();
    await world.drain();
    world.clock.advance(seconds(14.9));
    await world.drain();
    expect(world.provisioning.faults.count('createInvitation')).toBe(1);
  });

  it('says so when the invitee accepted before the seat was granted, and takes nothing back', async () => {
    world.provisioning.faults.plan({ at: 'grantKsuite', moment: 'before', error: refusal(500) });
    const id = await world.invite();
    await world.drain();
    world.provisioning.accept(jane.email, 501);
    await world.untilQuiet();
    const { state, failureDetail } = await world.invitation(id);
    expect(state).toBe('failed');
    expect(failureDetail).toContain('#accepted_without_seat');
    expect(world.provisioning.faults.count('cancelInvitation')).toBe(0);
  });

  it('fails when its invitation was removed at Infomaniak before the seat was granted', async () => {
    world.provisioning.faults.plan({ at: 'grantKsuite', moment: 'before', error: refusal(500) });
    const id = await world.invite();
    await world.drain();
    world.provisioning.invitations.length = 0;
    await world.untilQuiet();
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'provider_refused' });
    expect(world.provisioning.invitations).toEqual([]);
  });

  it('adopts what appeared at Infomaniak between the look-up and a 409', async () => {
    world.provisioning.faults.plan({
      at: 'createInvitation',
      moment: 'after',
      error: refusal(409, 'object_already_exists'),
    });
    const id = await world.invited();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
    expect(await world.timeline(id)).toContain('adopted');
    expect(world.provisioning.invitations).toHaveLength(1);
  });

  it('takes what a 409 hints at for its own while an earlier creation is unconfirmed', async () => {
    const { provisioning, clock } = world;
    provisioning.faults.plan({ at: 'createInvitation', moment: 'after', error: refusal(502) });
    const id = await world.invite();
    await world.drain();
    const find = provisioning.findByEmail.bind(provisioning);
    let looks = 0;
    // Its list is behind: it shows the invitation only after the second creation was refused for it.
    provisioning.findByEmail = (email) => (++looks === 1 ? Promise.resolve(undefined) : find(email));
    provisioning.faults.plan({ at: 'createInvitation', moment: 'before', error: refusal(409) });
    clock.advance(seconds(16));
    await world.untilQuiet();
    expect(await world.timeline(id)).toEqual(['requested', 'unconfirmed', 'created', 'mailed', 'seat_granted']);
  });

  it('takes a 409 for a member when nothing is pending', async () => {
    world.provisioning.faults.plan({
      at: 'createInvitation',
      moment: 'before',
      error: refusal(409, 'object_already_exists'),
    });
    expect(await world.invitation(await world.invited())).toMatchObject({ state: 'failed', failure: 'already_member' });
  });

  it('waits as long as Retry-After asks', async () => {
    const error = refusal(429, undefined, { retryAfterMs: seconds(40) });
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'before', error });
    const id = await world.invite();
    await world.drain();
    world.clock.advance(seconds(40) - 1);
    await world.drain();
    expect(world.provisioning.faults.count('createInvitation')).toBe(1);
    world.clock.advance(1);
    await world.drain();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
  });

  it('says which work team does not exist, and creates nothing', async () => {
    const id = await world.invited({ workTeams: ['Slaes'] });
    const { failure, failureDetail } = await world.invitation(id);
    expect(failure).toBe('provider_refused');
    expect(failureDetail).toContain('#no_work_team:Slaes');
    expect(world.provisioning.invitations).toEqual([]);
  });

  it('does nothing for an invitation that has been settled', async () => {
    const id = await world.invited();
    const calls = world.provisioning.faults.calls.length;
    await world.store.deliveries.enqueue({
      teamId: world.deps.settings.team.id,
      kind: 'provision',
      target: jane.email,
      payload: { channelId: 'town-square', trigger: 'kinvite' },
      invitationId: id,
      dedupeKey: `${deliveryKeys.provision(id)}:again`,
      runAt: world.clock.now(),
    });
    await world.untilQuiet();
    expect(world.provisioning.faults.calls).toHaveLength(calls);
  });

  it('gives up after about half an hour', async () => {
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: refusal(503), times: 1_000 });
    const begun = new FakeClock().now();
    const id = await world.invited();
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'provider_unreachable' });
    expect(world.clock.now() - begun).toBeGreaterThan(minutes(12));
    expect(world.clock.now() - begun).toBeLessThan(minutes(35));
  });
});
