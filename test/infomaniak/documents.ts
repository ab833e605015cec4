import { createBudget } from '../../src/infomaniak/budget.ts';
import { createProvisioning, type ProvisioningOptions } from '../../src/infomaniak/provisioning.ts';
import type { Provisioning } from '../../src/ports/provisioning.ts';
import type { FakeApi } from './fake-api.ts';

export const account = 77;
export const token = 'manager-token-of-the-test';
export const secretLink = 'https://welcome.example.test/invitation/account/s3cr3t';

export function provisioningFor(api: FakeApi, options: Partial<ProvisioningOptions> = {}): Provisioning {
  const budget = createBudget({ ratePerMinute: 1000, signal: options.signal });
  return createProvisioning({ apiUrl: api.url, token, accountId: account, budget, ...options });
}

/** An invitation as Infomaniak describes one, secrets and fields of no use included. */
export function invitationDocument(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 501,
    account_id: account,
    email: 'jane@acme.ch',
    first_name: 'Jane',
    last_name: 'Doe',
    locale: 'fr_FR',
    language_id: 1,
    role_type: 'normal',
    status: 'pending',
    strict: true,
    has_ksuite: false,
    has_billing: false,
    sent_at: 1_700_000_010,
    created_at: 1_700_000_000,
    updated_at: 1_700_000_000,
    expired_at: 1_702_592_000,
    url_accept: secretLink,
    qr_code: 'data:image/png;base64,s3cr3t',
    ...changes,
  };
}

export function memberDocument(email: string, userId: number): Record<string, unknown> {
  return { email, user_id: userId, invitation_id: null, state_in_account: 'valid', role_type: 'normal' };
}

export function pendingDocument(email: string, invitationId: number): Record<string, unknown> {
  return { email, user_id: null, invitation_id: invitationId, state_in_account: 'pending', role_type: 'normal' };
}
