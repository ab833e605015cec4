import { beforeEach, describe, expect, it } from 'vitest';
import { requestInvitation } from '../../src/invitations/request-invitation.ts';
import { defaultRequest, jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

describe('requesting an invitation', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });

  const request = { ...defaultRequest, inviter: { id: 'ann', name: 'Ann' } };

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
