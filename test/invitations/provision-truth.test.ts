import { beforeEach, describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/invitations/describe.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const forEver = 1_000;

describe('the inviter is told what may be left at Infomaniak', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  const explained = async () => explainFailure(await world.invitation(await world.invited()), 'en_GB');

  it('nothing, when it never could be reached', async () => {
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: forEver });
    expect(await explained()).toMatch(/could not be reached.*Please invite again later\.$/);
  });

  it('perhaps an invitation, when it fell silent over the creation', async () => {
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'after', error: silence() });
    world.provisioning.faults.plan({ at: 3, onwards: true, moment: 'before', error: silence() });
    expect(await explained()).toContain('could not find out whether the invitation was made');
  });

  it('perhaps an invitation, when the token was refused right after an unclear creation', async () => {
    world.provisioning.faults.plan({ at: 'createInvitation', moment: 'after', error: silence() });
    world.provisioning.faults.plan({ at: 3, moment: 'before', error: refusal(401) });
    const text = await explained();
    expect(text).toContain('refused the bot’s API token');
    expect(text).toContain('could not find out whether the invitation was made');
    expect(world.provisioning.pendingOf(jane.email)).toHaveLength(1);
  });

  it('an invitation, when the seat could not be granted', async () => {
    world.provisioning.faults.plan({ at: 'grantKsuite', moment: 'before', error: silence(), times: forEver });
    expect(await explained()).toContain('An invitation is left at Infomaniak');
    expect(world.provisioning.pendingOf(jane.email)).toHaveLength(1);
  });

  it('an invitation, when it could not be taken back', async () => {
    world.provisioning.seatsLeft = 0;
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'before', error: silence(), times: forEver });
    expect(await explained()).toContain('An invitation without kSuite access is left at Infomaniak');
  });

  it('the invitation that somebody else made, when no seat is left for it', async () => {
    world.provisioning.addInvitation(jane.email);
    world.provisioning.seatsLeft = 0;
    const text = await explained();
    expect(text).toContain('The invitation that was made elsewhere is left at Infomaniak');
    expect(text).not.toContain('Nothing remains');
    expect(world.provisioning.pendingOf(jane.email)).toHaveLength(1);
  });

  it('nothing, when it was taken back for want of a seat, even after a crash', async () => {
    world.provisioning.seatsLeft = 0;
    world.provisioning.faults.plan({ at: 'cancelInvitation', moment: 'before' });
    const id = await world.invite();
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(explainFailure(await world.invitation(id), 'en_GB')).toMatch(
      /invite again\. Nothing remains at Infomaniak\.$/,
    );
    expect(world.provisioning.pendingOf(jane.email)).toEqual([]);
  });

  it('a member without kSuite, when the invitee accepted before the seat was granted', async () => {
    world.provisioning.faults.plan({ at: 'grantKsuite', moment: 'before', error: silence() });
    const id = await world.invite();
    await world.drain();
    world.provisioning.accept(jane.email, 4711);
    await world.untilQuiet();
    expect(explainFailure(await world.invitation(id), 'en_GB')).toContain(
      'They accepted before their kSuite access was granted',
    );
    expect(world.provisioning.invitations).toMatchObject([{ status: 'accepted' }]);
  });

  it('a member without kSuite, when the invitee accepted just as the seat was refused', async () => {
    const { provisioning } = world;
    const grant = provisioning.grantKsuite.bind(provisioning);
    provisioning.seatsLeft = 0;
    provisioning.grantKsuite = async (id) => {
      provisioning.accept(jane.email, 4711);
      return grant(id);
    };
    const text = await explained();
    expect(text).toContain('They accepted before their kSuite access was granted');
    expect(text).not.toContain('Nothing remains');
    expect(provisioning.invitations).toMatchObject([{ status: 'accepted' }]);
  });

  it('and inviting again goes on with what is left', async () => {
    world.provisioning.faults.plan({ at: 'grantKsuite', moment: 'before', error: silence(), times: forEver });
    const first = await world.invited();
    world.provisioning.faults.clear();
    const second = await world.invited();
    expect(await world.invitation(second)).toMatchObject({ state: 'pending', parentId: first });
    expect(world.provisioning.invitations).toMatchObject([{ status: 'pending', hasKsuite: true }]);
  });
});
