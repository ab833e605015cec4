import { expect, it } from 'vitest';
import type { RemoteRefusal } from '../../src/errors.ts';
import type { FailureReason } from '../../src/ports/invitation-store.ts';
import { refusal } from '../support/fake-faults.ts';
import { jane, openWorld } from '../support/fake-world.ts';

interface Case {
  name: string;
  at: 'findByEmail' | 'createInvitation' | 'grantKsuite';
  error: RemoteRefusal;
  failure: FailureReason;
  detail?: string;
}

const cases: Case[] = [
  {
    name: 'a token that is refused',
    at: 'findByEmail',
    error: refusal(401, 'not_authorized'),
    failure: 'not_authorized',
  },
  { name: 'a creation that is forbidden', at: 'createInvitation', error: refusal(403), failure: 'not_authorized' },
  {
    name: 'a seat that is forbidden',
    at: 'grantKsuite',
    error: refusal(403, 'access_denied'),
    failure: 'not_authorized',
  },
  {
    name: 'a full kDrive',
    at: 'grantKsuite',
    error: refusal(403, 'ksuite_drive_quota_reached'),
    failure: 'no_seat_left',
  },
  {
    name: 'an organization without kSuite',
    at: 'grantKsuite',
    error: refusal(404, 'ksuite_not_found_for_account'),
    failure: 'no_ksuite',
  },
  {
    name: 'an address that is not accepted',
    at: 'createInvitation',
    error: refusal(422, 'validation_failed', { fields: { email: 'is not a valid address' } }),
    failure: 'invalid_email',
    detail: 'email: is not a valid address',
  },
  {
    name: 'another field that is not accepted',
    at: 'createInvitation',
    error: refusal(422, 'validation_failed', { fields: { last_name: 'is too long' } }),
    failure: 'provider_refused',
    detail: 'last_name: is too long',
  },
  {
    name: 'a refusal in words',
    at: 'createInvitation',
    error: refusal(400, 'odd', { description: 'Not on Sundays.' }),
    failure: 'provider_refused',
    detail: 'Not on Sundays.',
  },
];

it.for(cases)(
  '$name at $at ends the invitation and leaves nothing at Infomaniak',
  async ({ at, error, failure, detail }) => {
    const world = await openWorld();
    world.provisioning.faults.plan({ at, moment: 'before', error });
    const id = await world.invited();
    // What was there to be taken back is told, as long as it is true.
    const told = at === 'grantKsuite' ? '#left_nothing' : detail;
    expect(await world.invitation(id)).toMatchObject({ state: 'failed', failure, failureDetail: told });
    expect(world.provisioning.faults.count(at)).toBe(1);
    expect(world.provisioning.pendingOf(jane.email)).toEqual([]);
  },
);

it.for([429, 500, 502, 503])('a passing %i is tried again until it works', async (status) => {
  const world = await openWorld();
  world.provisioning.faults.plan({ at: 'grantKsuite', moment: 'before', error: refusal(status), times: 3 });
  expect(await world.invitation(await world.invited())).toMatchObject({ state: 'pending' });
  expect(world.provisioning.pendingOf(jane.email)).toMatchObject([{ hasKsuite: true }]);
});
