import { beforeEach, describe, expect, it } from 'vitest';
import { silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const lost = silence('timeout', 'kChat');

describe('a message that got through without our learning of it, and would be worded otherwise by now', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  /** In the language that Pat has chosen meanwhile. */
  const readAnew = () => {
    const pat = world.chat.users.find(({ id }) => id === 'pat');
    if (pat) pat.locale = 'fr';
  };
  const messages = () => world.chat.messagesTo('pat').filter((text) => text.includes(jane.email));

  it('is not sent again: of an end', async () => {
    const id = await world.invited();
    const before = messages().length;
    world.provisioning.end(jane.email, 'rejected');
    world.chat.faults.plan({ at: 'post', moment: 'after', error: lost });
    await world.poll();
    await world.drain();
    readAnew();
    await world.untilQuiet();
    expect(messages().slice(before)).toHaveLength(1);
    expect(await world.timeline(id)).toContain('inviter_told');
  });

  it('is not sent again: a card, which is brought up to date', async () => {
    world.chat.faults.plan({ at: 'postCard', moment: 'after', error: lost });
    await world.invite();
    await world.drain();
    readAnew();
    await world.untilQuiet();
    const cards = world.chat.cardsTo('pat').filter(({ text }) => text.includes(jane.email));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.text).toContain('en attente');
  });
});
