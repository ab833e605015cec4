import { beforeEach, describe, expect, it } from 'vitest';
import type { InvitationRequest } from '../../src/invitations/request-invitation.ts';
import type { Locale } from '../../src/ports/provisioning.ts';
import type { WelcomePart } from '../../src/ports/welcome-store.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const channels = [
  { id: 'marketing', name: 'marketing' },
  { id: 'sales', name: 'sales' },
];

let world: FakeWorld;
beforeEach(async () => {
  world = await openWorld({ noticeChannels: [] });
  world.chat.openChannel('marketing');
  world.chat.openChannel('sales');
});

const write = (part: WelcomePart, text: string, locale: Locale = 'en_GB', afterDays?: number) =>
  world.store.welcomes.save({ teamId: team.id, part, locale, text, afterDays, changedAt: 0, changedBy: 'anna' });

/** Jane arrives, and whatever is due within some minutes is delivered. */
async function arrive(changes: Partial<InvitationRequest> = {}): Promise<void> {
  await world.invited(changes);
  world.provisioning.accept(jane.email, 501);
  world.chat.join(chatUser('jane', { email: jane.email, firstName: 'Jane' }));
  await world.poll();
  await settle();
}

async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await world.drain();
    world.clock.advance(minutes(1));
  }
}

const received = () => world.chat.messagesTo('jane');
const lost = silence('connection_lost', 'kChat');

describe('a welcome of the team’s own', () => {
  it('leaves out a line that has nothing to say', async () => {
    await write('first', 'Hello {first_name}\nInvited by {inviter}\nLook into {channels}\nBye');
    world.chat.join(chatUser('walt', { firstName: 'Walt' }));
    await world.poll();
    await settle();
    expect(world.chat.messagesTo('walt')).toEqual(['Hello Walt\nBye']);
  });

  it('is used for its own language alone', async () => {
    await write('first', 'Hello');
    await arrive({ locale: 'de_DE' });
    expect(received()[0]).toContain('### Willkommen, Jane!');
  });

  it('is sent once and as it was, although it is changed between two attempts', async () => {
    await write('first', 'Hello {first_name}');
    world.chat.faults.plan({ at: 'post', moment: 'after', error: lost });
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await world.poll();
    await world.drain();
    await write('first', 'Something else');
    await settle();
    expect(received()).toEqual(['Hello Jane']);
  });

  it('never makes a message longer than kChat takes', async () => {
    await write('first', `{first_name} ${'{team} '.repeat(300)}`);
    world.deps.settings.team = { ...team, displayName: 'A company with a name that goes on and on' };
    await arrive();
    expect(received()[0]?.length).toBe(3_900);
  });
});

describe('the message for a channel', () => {
  it('comes after the welcome, for each channel that has one', async () => {
    await write('channel:marketing', 'In {channel} we talk about the market, {first_name}.');
    await write('channel:elsewhere', 'Never');
    await arrive({ channels });
    expect(received()).toHaveLength(2);
    expect(received()[0]).toContain('### Welcome, Jane!');
    expect(received()[1]).toBe('In ~marketing we talk about the market, Jane.');
  });

  it('is not sent for a channel that could not be joined', async () => {
    await write('channel:secret', 'Shh');
    world.chat.openChannel('secret', { isPrivate: true });
    await arrive({ channels: [{ id: 'secret', name: 'secret' }] });
    expect(received()).toHaveLength(1);
  });

  it('is in the team’s language where the newcomer’s has none', async () => {
    await write('channel:sales', 'We sell.', 'en_GB');
    await write('channel:marketing', 'Parlons du marché.', 'fr_FR');
    await arrive({ channels, locale: 'de_DE' });
    expect(received().slice(1)).toEqual(['We sell.']);
  });

  it('is sent once although kChat falls silent after it', async () => {
    await write('channel:sales', 'We sell.');
    await write('channel:marketing', 'We talk.');
    world.chat.faults.plan({ at: 'post', moment: 'after', error: lost, times: 3 });
    await arrive({ channels });
    // Whichever is tried again first.
    expect(received().slice(1).toSorted()).toEqual(['We sell.', 'We talk.']);
  });
});

describe('the second message', () => {
  beforeEach(() => write('second', 'How was it, {first_name}?', 'en_GB', 3));

  it('comes so many days after the welcome, once', async () => {
    await arrive();
    world.clock.advance(days(3) - minutes(30));
    await settle();
    expect(received()).toHaveLength(1);
    world.clock.advance(minutes(30));
    await settle();
    expect(received().slice(1)).toEqual(['How was it, Jane?']);
    await world.untilQuiet(Infinity);
    expect(received()).toHaveLength(2);
  });

  it('is the text of the day on which it comes', async () => {
    await arrive();
    await write('second', 'Well?', 'en_GB', 10);
    await world.untilQuiet(Infinity);
    expect(received().slice(1)).toEqual(['Well?']);
  });

  it('does not come any more when it was taken back', async () => {
    await arrive();
    await world.store.welcomes.remove(team.id, 'second', 'en_GB');
    await world.untilQuiet(Infinity);
    expect(received()).toHaveLength(1);
  });

  it('does not come to somebody who was switched off', async () => {
    await arrive();
    const user = world.chat.users.find(({ id }) => id === 'jane');
    if (user) user.isDeactivated = true;
    await world.untilQuiet(Infinity);
    expect(received()).toHaveLength(1);
  });

  it('does not come to somebody who has left the team', async () => {
    await arrive();
    world.chat.teamMembership = () => Promise.resolve(undefined);
    await world.untilQuiet(Infinity);
    expect(received()).toHaveLength(1);
  });

  it('comes to walk-ins as well', async () => {
    world.chat.join(chatUser('walt', { firstName: 'Walt' }));
    await world.poll();
    await world.untilQuiet(Infinity);
    expect(world.chat.messagesTo('walt').slice(1)).toEqual(['How was it, Walt?']);
  });

  it('is no step of the timeline: only the welcome is', async () => {
    await arrive();
    await world.untilQuiet(Infinity);
    const [invitation] = await world.store.invitations.inStates(team.id, ['arrived']);
    const timeline = await world.timeline(invitation?.id ?? '');
    expect(timeline.filter((kind) => kind === 'welcomed')).toHaveLength(1);
  });
});
