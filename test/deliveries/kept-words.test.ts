import { beforeEach, describe, expect, it } from 'vitest';
import { typistIn } from '../commands/typist.ts';
import { team } from '../support/fake-chat.ts';
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

  it('is not sent again: a card, though nobody learned either that it was brought up to date', async () => {
    world.chat.faults.plan({ at: 'postCard', moment: 'after', error: lost });
    const id = await world.invite();
    await world.drain();
    readAnew();
    world.chat.faults.plan({ at: 'updateCard', moment: 'after', error: lost });
    await world.untilQuiet();
    const cards = world.chat.cardsTo('pat').filter(({ text }) => text.includes(jane.email));
    expect(cards).toHaveLength(1);
    expect(cards[0]?.text).toContain('en attente');
    expect((await world.invitation(id)).cardPostId).toBe(cards[0]?.postId);
  });

  it('is not sent again: a card whose button was pressed', async () => {
    const { press } = typistIn(world);
    world.chat.faults.plan({ at: 'postCard', moment: 'after', error: lost });
    const id = await world.invite({ inviter: { id: 'anna', name: 'Anna Meier' } });
    await world.drain();
    await press('Revoke');
    await world.untilQuiet();
    const cards = world.chat.cardsTo('anna');
    expect(cards).toHaveLength(1);
    expect((await world.invitation(id)).cardPostId).toBe(cards[0]?.postId);
  });

  it('is not sent again: of an import whose button was pressed', async () => {
    const { type, press } = typistIn(world);
    world.chat.faults.plan({ at: 'postCard', moment: 'after', error: lost });
    await type('import email,first_name,last_name\njane@acme.ch,Jane,Doe');
    await world.drain();
    await press('Invite 1');
    await world.untilQuiet();
    expect(world.chat.cardsTo('anna').map(({ text }) => text)).toEqual([expect.stringContaining('has ended')]);
  });

  it('is not sent again: of an import that was cancelled meanwhile', async () => {
    const { type } = typistIn(world);
    world.chat.faults.plan({ at: 'postCard', moment: 'after', error: lost });
    await type('import email,first_name,last_name\njane@acme.ch,Jane,Doe');
    await world.drain();
    world.chat.faults.plan({ at: 'updateCard', moment: 'after', error: lost });
    await type('import cancel');
    await world.untilQuiet();
    expect(world.chat.cardsTo('anna').map(({ buttons }) => buttons)).toEqual([[]]);
    expect(await world.store.deliveries.tally(team.id)).toEqual([]);
  });
});
