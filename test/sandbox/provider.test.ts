import { expect, test } from 'vitest';
import { call, jane, seat, useSandbox } from './sandbox-client.ts';

let time = 1_800_000_000_000;
const { sandbox, infomaniak } = useSandbox({ now: () => time, seats: 4 });
const invitations = '/1/accounts/4711/invitations';
const users = '/2/accounts/4711/users';
const violations = () => sandbox().world.violations.map((violation) => violation.problem);

test('a token is needed', async () => {
  const { status, body } = await call(`${sandbox().infomaniakUrl}/1/accounts`, 'GET');
  expect([status, body]).toMatchObject([401, { result: 'error', error: { code: 'not_authorized' } }]);
});

test('an unknown route answers method_not_found and is recorded', async () => {
  const { status, body } = await infomaniak('GET', invitations);
  expect([status, body]).toMatchObject([404, { error: { code: 'method_not_found' } }]);
  expect(violations()).toEqual(['no such method on this route']);
});

test('an invitation is created pending, without kSuite, with times in seconds, and mailed', async () => {
  const { status, body } = await infomaniak('POST', invitations, jane);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    result: 'success',
    data: {
      id: 5001,
      status: 'pending',
      has_ksuite: false,
      strict: true,
      sent_at: time / 1000,
      expired_at: time / 1000 + 14 * 24 * 3600,
    },
  });
  expect(sandbox().world.mails).toMatchObject([{ to: jane.email, subject: 'Invitation to join Acme SA' }]);
});

test('a silent invitation sends no mail', async () => {
  const { body } = await infomaniak('POST', invitations, { ...jane, silent: true });
  expect(body).toMatchObject({ data: { sent_at: null } });
  expect(sandbox().world.mails).toEqual([]);
});

test('wrong fields are listed one by one; only undocumented ones are violations', async () => {
  const missing = await infomaniak('POST', invitations, { ...jane, email: undefined });
  const error = { code: 'validation_rule_required', context: { attribute: 'email' } };
  expect([missing.status, missing.body]).toMatchObject([
    422,
    { error: { code: 'validation_failed', errors: [error] } },
  ]);
  expect(violations()).toEqual([]);
  expect((await infomaniak('POST', invitations, { ...jane, ksuite: true })).status).toBe(422);
  expect(violations()).toEqual(['ksuite: prohibited']);
});

test('a member cannot be invited, a pending address can a second time', async () => {
  const member = await infomaniak('POST', invitations, { ...jane, email: 'Max.Muster@acme.ch' });
  expect([member.status, member.body]).toMatchObject([409, { error: { code: 'object_already_exists' } }]);
  await infomaniak('POST', invitations, jane);
  await infomaniak('POST', invitations, jane);
  expect(sandbox().world.mails).toHaveLength(2);
});

test('the last seat is given once, and comes back when the invitation is cancelled', async () => {
  await infomaniak('POST', invitations, jane);
  await infomaniak('POST', invitations, { ...jane, email: 'john.roe@acme.ch' });
  const granted = await infomaniak('POST', `${invitations}/5001/ksuite`, seat);
  expect([granted.status, granted.body]).toMatchObject([201, { data: { has_ksuite: true } }]);
  const full = await infomaniak('POST', `${invitations}/5002/ksuite`, seat);
  expect([full.status, full.body]).toMatchObject([403, { error: { code: 'ksuite_quota_reached' } }]);

  expect((await infomaniak('DELETE', `${invitations}/5001`)).body).toMatchObject({ result: 'success', data: true });
  expect((await infomaniak('POST', `${invitations}/5002/ksuite`, seat)).status).toBe(201);
});

test('a cancelled invitation can be read, but not cancelled or granted again', async () => {
  await infomaniak('POST', invitations, jane);
  await infomaniak('DELETE', `${invitations}/5001`);
  expect((await infomaniak('GET', `${invitations}/5001`)).body).toMatchObject({ data: { status: 'cancelled' } });
  expect((await infomaniak('DELETE', `${invitations}/5001`)).status).toBe(404);
  expect((await infomaniak('POST', `${invitations}/5001/ksuite`, seat)).status).toBe(404);
});

test('changing takes other names than creating', async () => {
  await infomaniak('POST', invitations, jane);
  expect((await infomaniak('PATCH', `${invitations}/5001`, { teams: [301] })).status).toBe(422);
  const { body } = await infomaniak('PATCH', `${invitations}/5001`, { team_ids: [301], language_id: 3 });
  expect(body).toMatchObject({ data: { locale: 'de_DE', teams: [{ id: 301, name: 'Marketing' }] } });
});

test('the user list tells pending people from members, filters and searches', async () => {
  await infomaniak('POST', invitations, jane);
  const pending = await infomaniak('GET', `${users}?filter[state_in_account]=pending`);
  expect(pending.body).toEqual({
    result: 'success',
    data: [expect.objectContaining({ invitation_id: 5001, user_id: null })],
  });
  const found = await infomaniak('GET', `${users}?search=ROTH`);
  expect(found.body).toMatchObject({ data: [{ user_id: 1003, invitation_id: null, role_type: 'admin' }] });
  expect((await infomaniak('GET', `${users}?filter[colour]=red`)).status).toBe(422);
});

test('totals stand beside a list only when its page is named', async () => {
  const { body } = await infomaniak('GET', `${users}?page=2&per_page=2&order_by=email`);
  expect(body).toMatchObject({ data: [{ user_id: 1001 }], total: 3, page: 2, pages: 2, items_per_page: 2 });
  expect((await infomaniak('GET', users)).body).not.toHaveProperty('total');
});

test('the 61st request within a minute is refused, until the first is a minute old', async () => {
  for (let count = 1; count <= 60; count += 1) {
    expect((await infomaniak('GET', '/2/profile')).status).toBe(200);
    if (count === 1) time += 20_000;
  }
  const refused = await infomaniak('GET', '/2/profile');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
  time += 40_000;
  expect((await infomaniak('GET', '/2/profile')).status).toBe(200);
  expect((await infomaniak('GET', '/2/profile')).status).toBe(429);
});

test('work teams take members, by a DELETE with a body too', async () => {
  const path = '/1/accounts/4711/teams/302/users';
  expect((await infomaniak('POST', path, { user_ids: [1003] })).status).toBe(201);
  expect((await infomaniak('GET', `${path}?page=1`)).body).toMatchObject({ data: [{ id: 1003 }], total: 1 });
  expect((await infomaniak('DELETE', path, { user_ids: [1003] })).body).toMatchObject({ data: true });
  expect((await infomaniak('GET', path)).body).toMatchObject({ data: [] });
});
