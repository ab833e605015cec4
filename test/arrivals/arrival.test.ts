import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatUser } from '../../src/ports/chat.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const janeInKchat = (changes: Partial<ChatUser> = {}) => chatUser('jane', { email: jane.email, ...changes });

describe('the arrival of an invitee', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });

  const look = async () => {
    await world.poll();
    await world.untilQuiet();
  };
  const greetings = () => ({
    welcomes: world.chat.messagesTo('jane').length,
    notices: world.chat.messagesTo('town-square').length,
    toPat: world.chat.messagesTo('pat').length,
  });
  const greetedOnce = { welcomes: 1, notices: 1, toPat: 1 };
  const greetedNever = { welcomes: 0, notices: 0, toPat: 0 };

  it('is found by the address, whatever its capitals, and greeted once', async () => {
    const id = await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(janeInKchat({ email: 'Jane@Acme.ch' }));
    await look();
    await look();
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived', chatUserId: 'jane' });
    expect(greetings()).toEqual(greetedOnce);
    expect(await world.timeline(id)).toEqual(
      expect.arrayContaining(['accepted', 'arrived', 'welcomed', 'announced', 'inviter_told']),
    );
  });

  it('is waited for when the acceptance comes first', async () => {
    const id = await world.invited();
    world.provisioning.accept(jane.email, 501);
    await look();
    expect(await world.invitation(id)).toMatchObject({ state: 'accepted' });
    expect(greetings()).toEqual(greetedNever);
    world.chat.join(janeInKchat());
    await look();
    expect(greetings()).toEqual(greetedOnce);
  });

  it('is not taken for a walk-in while Infomaniak still says pending', async () => {
    await world.invited();
    world.chat.join(janeInKchat());
    await look();
    expect(greetings()).toEqual(greetedNever);
    world.provisioning.accept(jane.email, 501);
    await look();
    expect(greetings()).toEqual(greetedOnce);
    expect(world.chat.messagesTo('town-square')[0]).toContain('Invited by Pat Keller');
  });

  it('is found by Infomaniak’s user id although kChat shows another address', async () => {
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(janeInKchat({ email: 'private@example.test', infomaniakUserId: 501 }));
    await look();
    expect(greetings()).toEqual(greetedOnce);
  });

  it('is found by the address they had to sign in with, even if kChat numbers people in its own way', async () => {
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(janeInKchat({ infomaniakUserId: 999 }));
    await look();
    expect(greetings()).toEqual(greetedOnce);
  });

  it('is found by asking for the address where the roster hides it', async () => {
    await world.invited();
    world.provisioning.accept(jane.email, 501);
    const hidden = janeInKchat({ email: '' });
    world.chat.join(hidden);
    world.chat.userByEmail = () => Promise.resolve(hidden);
    await look();
    expect(greetings()).toEqual(greetedOnce);
  });

  it('with any login, is recognised by the invitations Infomaniak knows of them', async () => {
    const id = await world.invited({ strict: false });
    world.provisioning.accept(jane.email, 501, 'jd@example.test');
    world.chat.join(janeInKchat({ email: 'jd@example.test', infomaniakUserId: 501 }));
    await look();
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived', chatUserId: 'jane' });
    expect(greetings()).toEqual(greetedOnce);
  });

  it('with any login, is looked up at Infomaniak by the address of kChat where no user id shows', async () => {
    const id = await world.invited({ strict: false });
    world.provisioning.accept(jane.email, 501, 'jd@example.test');
    world.chat.join(janeInKchat({ email: 'jd@example.test' }));
    await look();
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived' });
  });

  it('with any login, is waited for until Infomaniak confirms the acceptance', async () => {
    await world.invited({ strict: false });
    const invitation = world.provisioning.pendingOf(jane.email)[0];
    if (invitation) invitation.userId = 501;
    world.chat.join(janeInKchat({ email: 'jd@example.test', infomaniakUserId: 501 }));
    await look();
    expect(greetings()).toEqual(greetedNever);
    world.provisioning.accept(jane.email, 501, 'jd@example.test');
    await look();
    expect(greetings()).toEqual(greetedOnce);
  });

  it.for([{ isGuest: true }, { isBot: true }, { isDeactivated: true }])('as %o is no arrival', async (changes) => {
    const id = await world.invited();
    world.provisioning.accept(jane.email, 501);
    world.chat.join(janeInKchat(changes));
    await look();
    expect(await world.invitation(id)).toMatchObject({ state: 'accepted' });
    expect(greetings()).toEqual(greetedNever);
  });

  it('is seen although Infomaniak is down, once the acceptance is known', async () => {
    const id = await world.invited();
    world.provisioning.accept(jane.email, 501);
    await look();
    await world.invited({ email: 'ann@acme.ch' });
    world.chat.join(janeInKchat());
    world.provisioning.faults.plan({ at: 'pendingInvitationIds', moment: 'before', error: silence() });
    await expect(world.poll()).rejects.toThrow('Infomaniak');
    expect(await world.invitation(id)).toMatchObject({ state: 'arrived' });
  });

  it.for([
    {
      state: 'expired',
      end: (them: FakeWorld) => {
        them.clock.advance(days(30));
      },
    },
    {
      state: 'revoked',
      end: (them: FakeWorld) => {
        them.provisioning.end(jane.email, 'cancelled');
      },
    },
  ])('after the invitation was $state, is told to the inviter and not welcomed', async ({ state, end }) => {
    const id = await world.invited();
    end(world);
    await look();
    world.provisioning.end(jane.email, 'accepted');
    world.chat.join(janeInKchat());
    await look();
    await look();
    expect(await world.invitation(id)).toMatchObject({ state, chatUserId: 'jane' });
    expect(await world.timeline(id)).toContain('accepted_late');
    expect(greetings()).toMatchObject({ welcomes: 0, notices: 0 });
    expect(world.chat.messagesTo('pat').at(-1)).toContain(`an invitation that was already ${state}`);
  });

  it('by an invitation made in the Manager, after ours had ended, is a walk-in', async () => {
    await world.invited();
    world.provisioning.end(jane.email, 'rejected');
    await look();
    world.chat.join(janeInKchat());
    await look();
    expect(greetings()).toMatchObject({ welcomes: 1, notices: 1 });
  });
});
