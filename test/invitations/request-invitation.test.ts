import { beforeEach, describe, expect, it } from 'vitest';
import { requestInvitation, type InvitationRequest } from '../../src/invitations/request-invitation.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

describe('requesting an invitation', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });

  const request: InvitationRequest = {
    ...jane,
    role: 'normal',
    strict: true,
    locale: 'en_GB',
    channels: [],
    workTeams: [],
    inviter: { id: 'ann', name: 'Ann' },
    replyTo: { channelId: 'town-square', trigger: 'kinvite' },
  };

  it('answers with the open invitation instead of making a second one', async () => {
    const id = await world.invite();
    const again = await requestInvitation(world.deps, request);
    expect(again).toMatchObject({ kind: 'already_open', invitation: { id, inviterName: 'Pat Keller' } });
  });

  it('of twenty requests at once, one is taken and provisioned once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => requestInvitation(world.deps, request)));
    expect(results.filter(({ kind }) => kind === 'requested')).toHaveLength(1);
    await world.untilQuiet();
    expect(world.provisioning.invitations).toHaveLength(1);
  });

  it('makes an ended invitation the parent of the next one', async () => {
    world.provisioning.members.push({ email: jane.email, userId: 1 });
    const first = await world.invited();
    const second = await world.invite();
    expect(await world.invitation(second)).toMatchObject({ parentId: first, state: 'requested' });
  });
});
