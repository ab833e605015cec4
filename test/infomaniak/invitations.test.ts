import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import type { OnWarning } from '../../src/infomaniak/warning.ts';
import type { NewProviderInvitation } from '../../src/ports/provisioning.ts';
import { caught } from './caught.ts';
import { invitationDocument, provisioningFor } from './documents.ts';
import { failure, success, useFakeApi } from './fake-api.ts';

const server = useFakeApi();
const jane: NewProviderInvitation = {
  email: 'jane@acme.ch',
  firstName: 'Jane',
  lastName: 'Doe',
  locale: 'fr_FR',
  role: 'normal',
  strict: true,
  workTeamIds: [],
};

const atOnce = () => Promise.resolve();

describe('creating', () => {
  test('sends what the API documents, and asks for the mail', async () => {
    server.current.answerWith({ status: 201, body: { result: 'success', data: invitationDocument() } });
    await provisioningFor(server.current).createInvitation({ ...jane, workTeamIds: [42] }, atOnce);
    expect(server.current.log).toEqual(['POST /1/accounts/77/invitations']);
    expect(server.current.received[0]?.body).toEqual({
      email: 'jane@acme.ch',
      first_name: 'Jane',
      last_name: 'Doe',
      locale: 'fr_FR',
      role_type: 'normal',
      silent: false,
      strict: true,
      teams: [42],
    });
  });

  test('leaves the teams out when there are none', async () => {
    server.current.answerWith(success(invitationDocument()));
    await provisioningFor(server.current).createInvitation(jane, atOnce);
    expect(server.current.received[0]?.body).not.toHaveProperty('teams');
  });

  test('returns times in milliseconds and neither link nor code', async () => {
    server.current.answerWith(success(invitationDocument()));
    expect(await provisioningFor(server.current).createInvitation(jane, atOnce)).toEqual({
      id: 501,
      email: 'jane@acme.ch',
      status: 'pending',
      rawStatus: 'pending',
      hasKsuite: false,
      createdAt: 1_700_000_000_000,
      sentAt: 1_700_000_010_000,
      expiresAt: 1_702_592_000_000,
    });
  });

  test('says that it may have happened when the answer lacks the id, without quoting it', async () => {
    server.current.answerWith(success(invitationDocument({ id: null })));
    const error = await caught(provisioningFor(server.current).createInvitation(jane, atOnce));
    expect(error).toMatchObject({ name: 'RemoteSilence', reason: 'unreadable_answer' });
    expect(inspect(error, { depth: 9 })).not.toMatch(/s3cr3t|jane/);
  });
});

describe('granting kSuite', () => {
  test('gives the role of a user in kChat and kDrive', async () => {
    server.current.answerWith(success(invitationDocument({ has_ksuite: true })));
    await provisioningFor(server.current).grantKsuite(501);
    expect(server.current.log).toEqual(['POST /1/accounts/77/invitations/501/ksuite']);
    expect(server.current.received[0]?.body).toEqual({ ksuite_access: { kchat_role: 'user', kdrive_role: 'user' } });
  });

  test('is refused with the code of the quota when no seat is left', async () => {
    server.current.answerWith(failure(403, 'ksuite_quota_reached'));
    const error = await caught(provisioningFor(server.current).grantKsuite(501));
    expect(error).toMatchObject({ name: 'RemoteRefusal', status: 403, code: 'ksuite_quota_reached' });
  });

  test('looks at the invitation when the answer does not show the seat', async () => {
    server.current.answerWith(success(true), success(invitationDocument({ has_ksuite: true })));
    await provisioningFor(server.current).grantKsuite(501);
    expect(server.current.log).toEqual([
      'POST /1/accounts/77/invitations/501/ksuite',
      'GET /1/accounts/77/invitations/501',
    ]);
  });

  test('is uncertain, not refused, when only the look is refused', async () => {
    server.current.answerWith(success(true), failure(403, 'access_denied'));
    const error = await caught(provisioningFor(server.current).grantKsuite(501));
    expect(error).toMatchObject({
      name: 'RemoteSilence',
      reason: 'unreadable_answer',
      operation: 'POST /1/accounts/{account}/invitations/{invitation}/ksuite',
    });
  });

  test('does not pass for done when the seat is not there', async () => {
    server.current.answerWith(success(invitationDocument({ has_ksuite: false })));
    const error = await caught(provisioningFor(server.current).grantKsuite(501));
    expect(error).toMatchObject({ reason: 'unreadable_answer' });
  });
});

describe('reading', () => {
  test('an invitation that was never mailed and never lapses has neither time', async () => {
    server.current.answerWith(success(invitationDocument({ sent_at: null, expired_at: null, has_ksuite: true })));
    const invitation = await provisioningFor(server.current).readInvitation(501);
    expect(invitation).toMatchObject({ sentAt: undefined, expiresAt: undefined, hasKsuite: true });
  });

  test('a status that is not known is kept as it is and reported', async () => {
    const onWarning = vi.fn<OnWarning>();
    server.current.answerWith(success(invitationDocument({ status: 'on_hold' })));
    const invitation = await provisioningFor(server.current, { onWarning }).readInvitation(501);
    expect(invitation).toMatchObject({ status: 'other', rawStatus: 'on_hold' });
    expect(onWarning.mock.calls).toMatchObject([[/status/, { invitationId: 501, status: 'on_hold' }]]);
  });

  test('what is gone is undefined', async () => {
    server.current.answerWith(failure(404, 'object_not_found'));
    expect(await provisioningFor(server.current).readInvitation(501)).toBeUndefined();
  });

  test.each([
    ['an unknown route', failure(404, 'method_not_found')],
    ["a proxy's page", { status: 404, body: '<html>Not found</html>' }],
  ])('a 404 of %s does not make an invitation look gone', async (_, answer) => {
    server.current.answerWith(answer);
    expect(await caught(provisioningFor(server.current).readInvitation(501))).toMatchObject({ status: 404 });
  });
});

describe('cancelling', () => {
  test('deletes the invitation', async () => {
    await provisioningFor(server.current).cancelInvitation(501);
    expect(server.current.log).toEqual(['DELETE /1/accounts/77/invitations/501']);
  });

  test('is content when it is gone already', async () => {
    server.current.answerWith(failure(404, 'object_not_found'));
    await expect(provisioningFor(server.current).cancelInvitation(501)).resolves.toBeUndefined();
  });

  test('passes a refusal on', async () => {
    server.current.answerWith(failure(500, 'cannot_delete_object'));
    const error = await caught(provisioningFor(server.current).cancelInvitation(501));
    expect(error).toMatchObject({ status: 500, code: 'cannot_delete_object' });
  });

  test('does not pass for done when the success says false', async () => {
    server.current.answerWith(success(false));
    const error = await caught(provisioningFor(server.current).cancelInvitation(501));
    expect(error).toMatchObject({ reason: 'unreadable_answer' });
  });
});

describe('the invitations of a registered person', () => {
  test('are listed by id', async () => {
    server.current.answerWith(success([invitationDocument(), invitationDocument({ id: 502 })]));
    expect(await provisioningFor(server.current).invitationIdsOfUser(9)).toEqual([501, 502]);
    expect(server.current.log).toEqual(['GET /1/accounts/77/invitations/users/9']);
  });

  test('are none when the person is not known', async () => {
    server.current.answerWith(failure(404, 'object_not_found'));
    expect(await provisioningFor(server.current).invitationIdsOfUser(9)).toEqual([]);
  });
});
