import { z } from 'zod';
import type { ProviderInvitation } from '../ports/provisioning.ts';
import type { OnWarning } from './warning.ts';

/**
 * The fields of an invitation that the product uses. What is not named here is dropped, on purpose above all
 * `url_accept` and `qr_code`: whoever holds one of them can accept in the invitee's place.
 */
export const invitationSchema = z.object({
  id: z.number().int(),
  email: z.string(),
  status: z.string(),
  has_ksuite: z.boolean().nullish(),
  created_at: z.number(),
  sent_at: z.number().nullish(),
  expired_at: z.number().nullish(),
});

type InvitationDocument = z.output<typeof invitationSchema>;

const knownStatuses = ['pending', 'accepted', 'rejected', 'cancelled'] as const;

/** Infomaniak's invitation as the product sees it: seconds become milliseconds, an unknown status is reported. */
export function toInvitation(document: InvitationDocument, onWarning: OnWarning): ProviderInvitation {
  const status = knownStatuses.find((known) => known === document.status);
  if (status === undefined) {
    onWarning('Infomaniak gave an invitation a status that is not known here', {
      invitationId: document.id,
      status: document.status,
    });
  }
  return {
    id: document.id,
    email: document.email,
    status: status ?? 'other',
    rawStatus: document.status,
    hasKsuite: document.has_ksuite ?? false,
    createdAt: milliseconds(document.created_at),
    sentAt: optionalMilliseconds(document.sent_at),
    expiresAt: optionalMilliseconds(document.expired_at),
  };
}

function milliseconds(seconds: number): number {
  return seconds * 1000;
}

function optionalMilliseconds(seconds: number | null | undefined): number | undefined {
  return seconds === null || seconds === undefined ? undefined : milliseconds(seconds);
}
