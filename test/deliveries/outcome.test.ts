import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryKeys } from '../../src/invitations/delivery-keys.ts';
import { replyGraceMs } from '../../src/invitations/settle-provisioning.ts';
import { minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

const responseUrl = 'https://acme.example/hooks/commands/1';
const replyTo = { channelId: 'town-square', trigger: 'kinvite', responseUrl };
const refused = refusal(403, undefined, {}, 'kChat');

describe('telling the inviter how it ended', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });

  /** How often Pat was told in each of the three ways. */
  const told = () => [world.chat.lateReplies.length, world.chat.ephemerals.length, world.chat.messagesTo('pat').length];

  it('waits a moment, because the reply itself may carry the result', async () => {
    await world.invite({ replyTo });
    await world.drain();
    world.clock.advance(replyGraceMs - 1);
    await world.drain();
    expect(told()).toEqual([0, 0, 0]);
    world.clock.advance(1);
    await world.drain();
    expect(told()).toEqual([1, 0, 0]);
    expect(world.chat.lateReplies[0]?.message).toContain('is invited as user');
  });

  it('says nothing more when the reply has told it', async () => {
    const id = await world.invite({ replyTo });
    await world.drain();
    expect(
      await world.store.deliveries.settle('team', deliveryKeys.outcome(id), 'told in the reply', world.clock.now()),
    ).toBe(true);
    await world.untilQuiet();
    expect(told()).toEqual([0, 0, 0]);
  });

  it('uses an ephemeral post when the address for late answers is refused', async () => {
    world.chat.faults.plan({ at: 'replyLate', moment: 'before', error: refused });
    await world.invited({ replyTo });
    expect(told()).toEqual([0, 1, 0]);
    expect(world.chat.ephemerals[0]).toMatchObject({ channelId: 'town-square', userId: 'pat' });
  });

  it('uses an ephemeral post when there is no address for late answers', async () => {
    await world.invited();
    expect(told()).toEqual([0, 1, 0]);
  });

  it('uses an ephemeral post when the address for late answers is too old', async () => {
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 12 });
    world.chat.faults.plan({ at: 'user', moment: 'before', error: silence('timeout', 'kChat') });
    await world.invite({ replyTo });
    world.clock.advance(minutes(25));
    await world.untilQuiet();
    expect(told()).toEqual([0, 1, 0]);
  });

  it('uses a direct message when the bot may post nothing ephemeral either', async () => {
    world.chat.faults.plan({ at: 'replyLate', moment: 'before', error: refused });
    world.chat.faults.plan({ at: 'postEphemeral', moment: 'before', error: refused });
    await world.invited({ replyTo });
    expect(told()).toEqual([0, 0, 1]);
  });

  it('tries the same way again after silence', async () => {
    world.chat.faults.plan({ at: 'replyLate', moment: 'before', error: silence('timeout', 'kChat'), times: 2 });
    await world.invited({ replyTo });
    expect(told()).toEqual([1, 0, 0]);
  });

  it('sends a direct message once, although kChat fell silent after posting it', async () => {
    world.chat.faults.plan(
      { at: 'postEphemeral', moment: 'before', error: refused, times: 9 },
      { at: 'post', moment: 'after', error: silence('timeout', 'kChat') },
    );
    await world.invited();
    expect(told()).toEqual([0, 0, 1]);
    expect(world.chat.faults.count('post')).toBe(1);
  });

  it('tells of a failure with its reason', async () => {
    world.provisioning.seatsLeft = 0;
    await world.invited({ replyTo });
    expect(world.chat.lateReplies[0]?.message).toMatch(/was \*\*not\*\* invited: no kSuite seat is left/);
  });
});
