import type { Selectable } from 'kysely';
import type { AnyDelivery } from '../ports/delivery-store.ts';
import type { DeliveryTable } from './schema.ts';

export function toDelivery(row: Selectable<DeliveryTable>): AnyDelivery {
  return {
    id: row.id,
    teamId: row.teamId,
    kind: row.kind,
    target: row.target,
    payload: JSON.parse(row.payload) as AnyDelivery['payload'],
    invitationId: row.invitationId ?? undefined,
    dedupeKey: row.dedupeKey,
    runAt: row.runAt,
    attempts: row.attempts,
    firstAttemptAt: row.firstAttemptAt ?? undefined,
    lastError: row.lastError ?? undefined,
    message: row.message ?? undefined,
  } as AnyDelivery;
}
