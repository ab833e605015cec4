import { describe, expect, it } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { hours, minutes, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import type { FakeWorld } from '../support/fake-world.ts';
import { askedInKchat, guestRequest, gus, openWorldForGuests } from '../support/guest-request.ts';

/** What inviting a guest asks of kChat: to look, who that is, to invite, to look again. */
const calls = [1, 2, 3, 4];
const moments = ['before', 'after'] as const;
const errors = { 'a time-out': silence('timeout', 'kChat'), 'a 502': refusal(502, undefined, {}, 'kChat') };

const failures = calls.flatMap((call) =>
  moments.flatMap((moment) => (['a time-out', 'a 502'] as const).map((error) => ({ call, moment, error }))),
);
const deaths = calls.flatMap((call) => moments.map((moment) => ({ call, moment })));

/** The number of the n-th call from now on. */
const fromNow = ({ chat }: FakeWorld, call: number) => chat.faults.calls.length + call;

function expectInvitedOnce({ chat, provisioning }: FakeWorld): void {
  expect(chat.guests.all).toMatchObject([{ email: gus, status: 'pending' }]);
  expect(provisioning.invitations).toEqual([]);
}

describe('inviting a guest', () => {
  it.for(failures)('once, when kChat fails with $error $moment the work of call $call', async (failure) => {
    const world = await openWorldForGuests();
    const { call, moment, error } = failure;
    world.chat.faults.plan({ at: fromNow(world, call), moment, error: errors[error] });
    const id = await world.invited(guestRequest);
    expect(await world.invitation(id)).toMatchObject({ kind: 'guest', state: 'pending' });
    expectInvitedOnce(world);
  });

  it.for(deaths)('once, when the process dies $moment the work of call $call', async ({ call, moment }) => {
    const world = await openWorldForGuests();
    world.chat.faults.plan({ at: fromNow(world, call), moment });
    const id = await world.invite(guestRequest);
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
    expectInvitedOnce(world);
    expect(await world.timeline(id)).not.toContain('adopted');
  });

  it('is not repeated before an unconfirmed attempt had its time', async () => {
    const world = await openWorldForGuests();
    world.chat.faults.plan({ at: 'inviteGuest', moment: 'before', error: errors['a time-out'] });
    const id = await world.invite(guestRequest);
    await world.drain();
    expect(await world.invitation(id)).toMatchObject({ state: 'unknown' });
    world.clock.advance(seconds(10));
    await world.drain();
    expect(world.chat.faults.count('inviteGuest')).toBe(1);
    await world.untilQuiet();
    expectInvitedOnce(world);
  });

  it('counts as done when the guest is here before the attempt was confirmed', async () => {
    const world = await openWorldForGuests();
    world.chat.faults.plan({ at: 'inviteGuest', moment: 'after', error: errors['a time-out'] });
    const id = await world.invite(guestRequest);
    await world.drain();
    world.chat.acceptGuest(gus);
    await world.untilQuiet();
    await world.poll();
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived' });
  });

  it('knows when it ends, and sends the note with the mail', async () => {
    const world = await openWorldForGuests();
    const id = await world.invited({ ...guestRequest, note: 'Come and see' });
    const [guest] = world.chat.guests.all;
    expect(guest?.asked).toEqual({ teamId: 'team', email: gus, channelIds: ['marketing'], message: 'Come and see' });
    expect((await world.invitation(id)).expiresAt).toBe(guest?.expiresAt);
    expect(await world.timeline(id)).toEqual(['requested', 'created']);
  });

  it('makes the bot join a public channel that it is not in', async () => {
    const world = await openWorldForGuests();
    world.chat.openChannel('events');
    await world.invited({ ...guestRequest, channels: [{ id: 'events', name: 'events' }] });
    expectInvitedOnce(world);
  });

  it('goes on with an invitation that was made in kChat itself', async () => {
    const world = await openWorldForGuests();
    world.chat.guests.add(askedInKchat());
    const id = await world.invited(guestRequest);
    expectInvitedOnce(world);
    expect(await world.timeline(id)).toEqual(['requested', 'adopted']);
  });

  it('is not held up by somebody whose address kChat does not tell', async () => {
    const world = await openWorldForGuests();
    world.chat.guests.add(askedInKchat(''));
    const id = await world.invited(guestRequest);
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
    expect(world.chat.guests.pendingOf(gus)).toHaveLength(1);
  });

  it('is never repeated where kChat does not tell whether the first attempt came through', async () => {
    const world = await openWorldForGuests();
    world.chat.guests.add(askedInKchat(''));
    world.chat.faults.plan({ at: 'inviteGuest', moment: 'before', error: errors['a time-out'] });
    const id = await world.invited(guestRequest);
    expect(world.chat.faults.count('inviteGuest')).toBe(1);
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failureDetail: '#left_creating' });
  });

  it('waits when kChat has sent enough mails, does not give up, and says why', async () => {
    const world = await openWorldForGuests();
    world.chat.guests.mailsLeft = 0;
    const id = await world.invite(guestRequest);
    await world.drain();
    const waiting = await world.store.deliveries.byKey('team', `provision:${id}`);
    expect(waiting).toMatchObject({ attempts: 0, lastError: '#guest_limit' });
    for (let hours = 0; hours < 30; hours += 1) {
      world.clock.advance(minutes(60));
      await world.drain();
    }
    expect(await world.invitation(id)).toMatchObject({ state: 'provisioning' });
    world.chat.guests.mailsLeft = 1;
    await world.untilQuiet();
    expectInvitedOnce(world);
  });

  it('is given up when kChat has sent enough mails for a week', async () => {
    const world = await openWorldForGuests();
    world.chat.guests.mailsLeft = 0;
    const id = await world.invite(guestRequest);
    for (let days = 0; days < 8; days += 1) {
      world.clock.advance(hours(24));
      await world.drain();
    }
    await world.untilQuiet();
    expect(await world.invitation(id)).toMatchObject({ state: 'failed' });
  });

  it('that is on record as made is not looked for again', async () => {
    const world = await openWorldForGuests();
    const id = await world.invite(guestRequest);
    const { invitations } = world.store;
    await invitations.transition('team', id, ['requested'], 'provisioning', { providerStep: 'created' });
    world.chat.guests.add(askedInKchat());
    await world.untilQuiet();
    expect(await world.invitation(id)).toMatchObject({ state: 'pending' });
    expect(await world.timeline(id)).toEqual(['requested']);
  });

  it('ends when kChat stays away for long', async () => {
    const world = await openWorldForGuests();
    world.chat.faults.plan({ at: 'pendingGuests', moment: 'before', error: errors['a time-out'], times: 99 });
    const id = await world.invited(guestRequest);
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure: 'provider_unreachable' });
    expect(world.chat.guests.all).toEqual([]);
  });
});

describe('a guest who is not to be invited', () => {
  async function failureOf(prepare: (world: FakeWorld) => void) {
    const world = await openWorldForGuests();
    prepare(world);
    const id = await world.invited(guestRequest);
    const { state, failure, failureDetail } = await world.invitation(id);
    expect(world.chat.faults.calls).not.toContain('cancelGuest');
    return { state, failure, failureDetail, sent: world.chat.faults.count('inviteGuest') };
  }

  it('because the server has no guests', async () => {
    const result = await failureOf(({ chat }) => (chat.guests.areThere = false));
    expect(result).toMatchObject({ state: 'failed', failure: 'no_guests', sent: 0 });
  });

  it('because its licence turns out not to have them', async () => {
    const error = refusal(501, 'api.team.invite_guests_to_channels.license.error', {}, 'kChat');
    const result = await failureOf(({ chat }) => {
      chat.faults.plan({ at: 'inviteGuest', moment: 'before', error });
    });
    expect(result).toMatchObject({ state: 'failed', failure: 'no_guests' });
  });

  it('because the bot may not', async () => {
    const result = await failureOf(({ chat }) => (chat.guests.mayInvite = false));
    expect(result).toMatchObject({ state: 'failed', failure: 'guest_not_allowed', sent: 1 });
  });

  it('because kChat has a reason of its own, which is told', async () => {
    const error = refusal(409, undefined, { description: 'No guest is left in this plan.' }, 'kChat');
    const result = await failureOf(({ chat }) => {
      chat.faults.plan({ at: 'inviteGuest', moment: 'before', error });
    });
    expect(result).toMatchObject({ failure: 'guest_refused', failureDetail: 'No guest is left in this plan.' });
  });

  it('because they are a guest already', async () => {
    const result = await failureOf(({ chat }) => {
      chat.join(chatUser('gus', { email: gus, isGuest: true }));
    });
    expect(result).toMatchObject({ state: 'failed', failure: 'already_guest', sent: 0 });
  });

  it('because they are a member already', async () => {
    const result = await failureOf(({ chat }) => {
      chat.join(chatUser('gus', { email: gus }));
    });
    expect(result).toMatchObject({ state: 'failed', failure: 'already_in_kchat', sent: 0 });
  });

  it('because the Manager waits for them as a kSuite user', async () => {
    const result = await failureOf(({ provisioning }) => provisioning.addInvitation(gus));
    expect(result).toMatchObject({ state: 'failed', failure: 'invited_as_user', sent: 0 });
  });

  it('because the channel is closed to the bot', async () => {
    const result = await failureOf(({ chat }) => {
      chat.channels.splice(0);
      chat.members.clear();
    });
    expect(result).toMatchObject({ state: 'failed', sent: 0 });
  });
});
