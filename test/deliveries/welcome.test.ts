import { beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/ports/provisioning.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const refused = refusal(403, undefined, {}, 'kChat');
const channels = [
  { id: 'marketing', name: 'marketing' },
  { id: 'sales', name: 'sales' },
];

describe('the welcome', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld({ noticeChannels: [] });
    world.chat.openChannel('marketing');
    world.chat.openChannel('sales');
  });

  const inviteAndSeeArrive = async (changes: Parameters<FakeWorld['invite']>[0] = {}) => {
    const id = await world.invited(changes);
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email, locale: 'es' }));
    await world.poll();
    return id;
  };
  const welcomes = () => world.chat.messagesTo('jane');

  it('says who invited, into which channels, and comes after they are joined', async () => {
    await inviteAndSeeArrive({ channels });
    await world.untilQuiet();
    expect(welcomes()).toHaveLength(1);
    expect(welcomes()[0]).toContain('### Welcome, Jane!');
    expect(welcomes()[0]).toContain('**Pat Keller** invited you');
    expect(welcomes()[0]).toContain('**Your channels:** ~marketing and ~sales.');
    expect(world.chat.members.has('sales:jane')).toBe(true);
    expect(world.chat.messagesTo('pat')[0]).toContain('Added to ~marketing and ~sales.');
  });

  it('waits for a channel that takes its time', async () => {
    await inviteAndSeeArrive({ channels });
    world.chat.faults.plan({ at: 'addToChannel', moment: 'before', error: silence('timeout', 'kChat'), times: 4 });
    await world.drain();
    expect(welcomes()).toEqual([]);
    await world.untilQuiet();
    expect(welcomes()[0]).toContain('~marketing and ~sales');
  });

  it('does not wait for one longer than a minute', async () => {
    await inviteAndSeeArrive({ channels });
    const lost = silence('timeout', 'kChat');
    world.chat.faults.plan({ at: 'addToChannel', moment: 'before', error: lost, times: 100_000 });
    await world.drain();
    world.clock.advance(minutes(1));
    await world.drain();
    expect(welcomes()).toHaveLength(1);
    expect(welcomes()[0]).not.toContain('channels:');
  });

  it('names only the channels that were joined, and the inviter hears of the others', async () => {
    world.chat.openChannel('secret', { isPrivate: true });
    await inviteAndSeeArrive({ channels: [{ id: 'secret', name: 'secret' }, ...channels] });
    await world.untilQuiet();
    expect(welcomes()[0]).toContain('**Your channels:** ~marketing and ~sales.');
    expect(world.chat.messagesTo('pat')[0]).toContain('Could not be added to ~secret');
  });

  it.for<[Locale, string]>([
    ['fr_FR', 'Bienvenue'],
    ['de_DE', 'Willkommen'],
    ['it_IT', 'Benvenut'],
    ['es_ES', 'bienvenida'],
    ['en_GB', 'Welcome'],
  ])('is written in the language of the invitation: %s', async ([locale, word]) => {
    await inviteAndSeeArrive({ locale });
    await world.untilQuiet();
    expect(welcomes()[0]?.split('\n')[0]).toMatch(new RegExp(word, 'i'));
  });

  it.for(['post', 'directChannel'])('is sent once although kChat falls silent after %s', async (at) => {
    await inviteAndSeeArrive();
    world.chat.faults.plan({ at, moment: 'after', error: silence('connection_lost', 'kChat'), times: 2 });
    await world.untilQuiet();
    expect(welcomes()).toHaveLength(1);
  });

  it('is sent once although the bot dies after posting it', async () => {
    await inviteAndSeeArrive();
    world.chat.faults.plan({ at: 'post', moment: 'after' });
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(welcomes()).toHaveLength(1);
    expect(world.chat.messagesTo('pat')).toHaveLength(1);
  });

  it('is tried again when a fresh direct channel refuses it for a moment', async () => {
    await inviteAndSeeArrive();
    world.chat.faults.plan({ at: 'post', moment: 'before', error: refused, times: 2 });
    await world.untilQuiet();
    expect(welcomes()).toHaveLength(1);
  });

  it('is given up when it is refused for good, and the inviter is told', async () => {
    const id = await inviteAndSeeArrive();
    world.chat.directChannel = (userId) => (userId === 'jane' ? Promise.reject(refused) : Promise.resolve('bot__pat'));
    world.chat.members.add('bot__pat:bot');
    await world.untilQuiet();
    expect(welcomes()).toEqual([]);
    expect(world.chat.messagesTo('pat').some((text) => text.includes('the welcome message'))).toBe(true);
    expect(await world.timeline(id)).toContain('delivery_failed');
  });

  it('outlives a long outage of kChat', async () => {
    await inviteAndSeeArrive();
    world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: refusal(503), times: 60 });
    const before = world.clock.now();
    await world.untilQuiet();
    expect(world.clock.now() - before).toBeGreaterThan(seconds(3_600));
    expect(welcomes()).toHaveLength(1);
  });
});

it('the inviter’s note stands below the welcome, quoted and harmless', async () => {
  const world = await openWorld();
  await world.invited({ note: 'See you at @all\n# Hall' });
  world.provisioning.accept(jane.email, 501);
  world.chat.join(chatUser('jane', { email: jane.email }));
  await world.poll();
  await world.untilQuiet();
  const [welcome = ''] = world.chat.messagesTo('jane');
  expect(welcome).toMatch(/\n\n> See you at @\u200ball \\# Hall\n> — Pat Keller$/u);
});
