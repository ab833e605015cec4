import type { RemoteRefusal } from '../errors.ts';
import type { FailureReason } from '../ports/invitation-store.ts';

/** A final "no", in the closed set of reasons, with the provider's own words where they help. */
export interface Refused {
  reason: FailureReason;
  detail?: string | undefined;
}

const byCode: Record<string, FailureReason> = {
  ksuite_quota_reached: 'no_seat_left',
  ksuite_drive_quota_reached: 'no_seat_left',
  drive_user_quota_reached: 'no_seat_left',
  ksuite_not_found_for_account: 'no_ksuite',
  object_already_exists: 'already_member',
};

/** @returns undefined when the provider may answer differently next time: too many requests, or trouble of its own. */
export function classifyRefusal(refusal: RemoteRefusal): Refused | undefined {
  const known = refusal.code === undefined ? undefined : byCode[refusal.code];
  if (known) return { reason: known };
  if (refusal.status === 401 || refusal.status === 403)
    return { reason: 'not_authorized', detail: refusal.description };
  if (refusal.status === 408 || refusal.status === 425 || refusal.status === 429 || refusal.status >= 500)
    return undefined;
  const fields = Object.entries(refusal.fields ?? {});
  const detail = fields.map(([field, problem]) => `${field}: ${problem}`).join('; ') || refusal.description;
  return { reason: fields.some(([field]) => field === 'email') ? 'invalid_email' : 'provider_refused', detail };
}
