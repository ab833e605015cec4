import type { ExpressionBuilder, Kysely } from 'kysely';
import { erased } from './erase-deliveries.ts';
import { noName } from './erase-person.ts';
import type { Schema } from './schema.ts';

/**
 * Erases people who were not invited here, in batches.
 * @returns how many rows of the table that had most.
 */
export async function forgetUninvited(
  db: Kysely<Schema>,
  teamId: string,
  before: number,
  limit: number,
): Promise<number> {
  const arrivals = await db
    .updateTable('noticeArrival')
    .set({ name: noName })
    .where('id', 'in', (build) =>
      build
        .selectFrom('noticeArrival')
        .select('id')
        .where('teamId', '=', teamId)
        .where('invitationId', 'is', null)
        .where('name', '!=', noName)
        .where('arrivedAt', '<', before)
        .limit(limit),
    )
    .executeTakeFirst();
  const deliveries = await db
    .updateTable('delivery')
    .set(erased)
    .where('id', 'in', (build) =>
      build
        .selectFrom('delivery')
        .select('id')
        .where('teamId', '=', teamId)
        .where('state', '=', 'dead')
        .where('invitationId', 'is', null)
        .where('target', '!=', '')
        .where('endedAt', '<', before)
        .limit(limit),
    )
    .executeTakeFirst();
  const acts = await db
    .updateTable('auditEntry')
    .set({ email: null, detail: null })
    .where('id', 'in', (build) =>
      build
        .selectFrom('auditEntry')
        .select('id')
        .where('teamId', '=', teamId)
        .where('email', 'is not', null)
        .where('at', '<', before)
        .where((entry) => entry.not(entry.exists(rememberedAs(entry))))
        .limit(limit),
    )
    .executeTakeFirst();
  return Math.max(...[arrivals, deliveries, acts].map(({ numUpdatedRows }) => Number(numUpdatedRows)));
}

/** Their invitation keeps the record until it is forgotten itself. */
function rememberedAs(build: ExpressionBuilder<Schema, 'auditEntry'>) {
  return build
    .selectFrom('invitation')
    .select('invitation.id')
    .whereRef('invitation.teamId', '=', 'auditEntry.teamId')
    .whereRef('invitation.email', '=', 'auditEntry.email');
}
