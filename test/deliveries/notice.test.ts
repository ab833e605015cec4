import { beforeEach, describe, expect, it } from 'vitest';
import { noticeWindowMs } from '../../src/invitations/announce-arrival.ts';
import { chatUser } from '../support/fake-chat.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const kchatSilence = silence('timeout', 'kChat');

describe('the arrival notice of a channel', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });

  const arrive = async (...names: string[]) => {
    world.chat.join(...names.map((name) => chatUser(name.toLowerCase(), { firstName: name })));
    await world.poll();
    await world.untilQuiet();
  };
  const notices = (channel = 'town-square') => world.chat.messagesTo(channel);

  it('is posted once in each channel that gets notices', async () => {
    world = await openWorld({ noticeChannels: ['town-square', 'news'] });
    world.chat.openChannel('news');
    await arrive('Ann');
    expect(notices()).toEqual(['👋 **Ann** has joined us. Welcome!']);
    expect(notices('news')).toEqual(notices());
  });

  it('is shared by three who arrive at once', async () => {
    await arrive('Ann', 'Bob', 'Cleo');
    expect(notices()).toEqual(['👋 **Ann**, **Bob** and **Cleo** have joined us. Welcome!']);
  });

  it('is shared by two hundred, of whom it names the first twenty', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `Person${index}`);
    await arrive(...names);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('**Person19** and 180 more people have joined us');
    expect(notices()[0]).not.toContain('Person20');
    expect(names.filter((name) => world.chat.messagesTo(name.toLowerCase()).length === 1)).toHaveLength(200);
  });

  it('is shared until ten minutes are over, then a new one begins', async () => {
    const start = world.clock.now();
    await arrive('Ann');
    world.clock.moveTo(start + noticeWindowMs - 1);
    await arrive('Bob');
    expect(notices()).toEqual(['👋 **Ann** and **Bob** have joined us. Welcome!']);
    world.clock.moveTo(start + noticeWindowMs);
    await arrive('Cleo');
    expect(notices()).toHaveLength(2);
    expect(notices()[1]).toBe('👋 **Cleo** has joined us. Welcome!');
  });

  it.for(['Ann', 'Ann,Bob,Cleo'])('is not doubled when kChat falls silent after posting it, for %s', async (names) => {
    failAfterPostingIn('town-square');
    await arrive(...names.split(','));
    expect(notices()).toHaveLength(1);
    for (const name of names.split(',')) expect(notices()[0]).toContain(`**${name}**`);
  });

  it.for(['Ann', 'Ann,Bob,Cleo'])('is not doubled when the bot dies after posting it, for %s', async (names) => {
    const post = world.chat.post.bind(world.chat);
    world.chat.post = async (channelId, message, key) => {
      const id = await post(channelId, message, key);
      if (channelId !== 'town-square') return id;
      world.chat.post = post;
      world.chat.faults.plan({ at: 'die', moment: 'after' });
      return world.chat.faults.around('die', () => id);
    };
    world.chat.join(...names.split(',').map((name) => chatUser(name.toLowerCase(), { firstName: name })));
    await world.poll();
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(notices()).toHaveLength(1);
    for (const name of names.split(',')) expect(notices()[0]).toContain(`**${name}**`);
  });

  it('when its post was deleted, names the new ones in a post of their own', async () => {
    await arrive('Ann');
    for (const post of world.chat.posts) post.isDeleted = post.channelId === 'town-square';
    await arrive('Bob');
    expect(notices()).toEqual(['👋 **Bob** has joined us. Welcome!']);
  });

  it('when it may not be edited, names each newcomer once', async () => {
    await arrive('Ann');
    world.chat.faults.plan({
      at: 'updatePost',
      moment: 'before',
      error: refusal(403, undefined, {}, 'kChat'),
      times: 9,
    });
    await arrive('Bob');
    await arrive('Cleo');
    expect(notices()).toEqual([
      '👋 **Ann** has joined us. Welcome!',
      '👋 **Bob** has joined us. Welcome!',
      '👋 **Cleo** has joined us. Welcome!',
    ]);
  });

  it('is edited again after silence', async () => {
    world.chat.faults.plan({ at: 'updatePost', moment: 'after', error: kchatSilence });
    await arrive('Ann', 'Bob');
    expect(notices()).toEqual(['👋 **Ann** and **Bob** have joined us. Welcome!']);
  });

  it('is given up and told to the inviter when there is no such channel', async () => {
    world = await openWorld({ noticeChannels: ['no-such-channel'] });
    const id = await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(chatUser('jane', { email: jane.email }));
    await world.poll();
    await world.untilQuiet();
    const failures = world.chat.messagesTo('pat').filter((text) => text.includes('could not be done'));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('the arrival notice in ~no-such-channel');
    expect(world.log.messages('error')).toEqual(['a delivery was given up']);
    expect(await world.timeline(id)).toContain('delivery_failed');
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
  });

  it('cannot be broken by a name', async () => {
    await arrive('**@channel** [x](http://x)');
    const [notice = ''] = notices();
    expect(notice).not.toContain('@channel');
    expect(notice).not.toContain('](');
  });

  /** The first post there is carried out, but its answer never comes. */
  function failAfterPostingIn(channel: string): void {
    const post = world.chat.post.bind(world.chat);
    world.chat.post = async (channelId, message, key) => {
      const id = await post(channelId, message, key);
      if (channelId !== channel) return id;
      world.chat.post = post;
      throw kchatSilence;
    };
  }
});
