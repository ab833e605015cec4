import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { NewDelivery } from '../ports/delivery-store.ts';
import { compiledOnce } from './compiled-once.ts';
import type { DeliveryTable, Schema } from './schema.ts';

/** Writes down what is owed. @returns false when a delivery with this key exists already. */
export async function enqueueDelivery(db: Kysely<Schema>, { triedSince, ...delivery }: NewDelivery): Promise<boolean> {
  const added = await addOnce(db, {
    ...delivery,
    id: randomUUID(),
    payload: JSON.stringify(delivery.payload),
    invitationId: delivery.invitationId ?? null,
    attempts: triedSince === undefined ? 0 : 1,
    firstAttemptAt: triedSince ?? null,
  });
  return added.length === 1;
}

type Added = Pick<
  Selectable<DeliveryTable>,
  | 'id'
  | 'teamId'
  | 'kind'
  | 'target'
  | 'payload'
  | 'invitationId'
  | 'dedupeKey'
  | 'runAt'
  | 'attempts'
  | 'firstAttemptAt'
>;

/** One row when there was none with its key yet. */
const addOnce = compiledOnce<Added, { id: string }>((db, the) =>
  db
    .insertInto('delivery')
    .values({
      id: the('id'),
      teamId: the('teamId'),
      kind: the('kind'),
      target: the('target'),
      payload: the('payload'),
      invitationId: the('invitationId'),
      dedupeKey: the('dedupeKey'),
      runAt: the('runAt'),
      attempts: the('attempts'),
      firstAttemptAt: the('firstAttemptAt'),
    })
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .returning('id'),
);
