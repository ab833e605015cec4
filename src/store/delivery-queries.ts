import { sql, type Kysely, type Selectable } from 'kysely';
import type {
  DeadCount,
  DeliveryStore,
  DeliverySummary,
  DeliveryTally,
  UnfinishedState,
} from '../ports/delivery-store.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import { toDelivery } from './delivery-row.ts';
import { enqueueDelivery } from './enqueue-delivery.ts';
import { isUnworded } from './is-unworded.ts';
import { teamsDue } from './teams-due.ts';
import type { DeliveryTable, Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

/** What was done keeps its key, its target and its result: who was written to, and in which words, is nobody's business. */
const done = { state: 'done', payload: '{}', message: null } as const;
/** Somebody is told of it in another way than by a report, or nobody needs to be. */
const toldOtherwise = 'otherwise';

export function deliveryQueries(db: Kysely<Schema>): DeliveryStore {
  /** Ends an attempt, but only for the holder of the lease: whoever lost it must not undo its successor's work. */
  async function release(
    id: string,
    holder: string,
    changes: Partial<
      Pick<
        Selectable<DeliveryTable>,
        'state' | 'runAt' | 'payload' | 'message' | 'result' | 'lastError' | 'endedAt' | 'toldBy'
      >
    >,
    attemptsBack = 0,
  ): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('delivery')
      .set({ ...changes, attempts: sql`attempts - ${attemptsBack}`, lockedBy: null, lockedUntil: null })
      .where('id', '=', id)
      .where('lockedBy', '=', holder)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  const owed = (teamId: string, kind: string, target: string) =>
    db
      .selectFrom('delivery')
      .select('id')
      .where('teamId', '=', teamId)
      .where('kind', '=', kind)
      .where('target', '=', target)
      .where('state', '=', 'ready')
      .limit(1);
  const tallyOf = (state: UnfinishedState, teamId: string) =>
    db
      .selectFrom('delivery')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('count'), fn.min('runAt').as('oldestRunAt')])
      .select(sql.lit(state).as('state'))
      .where('teamId', '=', teamId)
      .where('state', '=', state)
      .groupBy('kind');

  const deadOf = (teamId: string) =>
    db.updateTable('delivery').where('teamId', '=', teamId).where('state', '=', 'dead');

  return {
    enqueue: (delivery) => enqueueDelivery(db, delivery),

    claim: async (options) => (await claimDeliveries(db, options)).map(toDelivery),
    teamsDue: (teamIds, now) => teamsDue(db, teamIds, now),
    finish: (id, holder, result, now) => release(id, holder, { ...done, result, endedAt: now }),
    retry: (id, holder, runAt, lastError) => release(id, holder, { runAt, lastError }),
    postpone: (id, holder, runAt, reason) =>
      release(id, holder, { runAt, ...(reason !== undefined && { lastError: reason }) }, 1),
    bury: (id, holder, lastError, now, isTold = false) => {
      const toldBy = isTold ? toldOtherwise : null;
      return release(id, holder, { state: 'dead', message: null, lastError, endedAt: now, toldBy });
    },

    async renew(id, holder, lockedUntil) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ lockedUntil })
        .where('id', '=', id)
        .where('lockedBy', '=', holder)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async releaseBut(teamId, holder, ids) {
      await db
        .updateTable('delivery')
        .set({ lockedBy: null, lockedUntil: null })
        .where('teamId', '=', teamId)
        .where('state', '=', 'ready')
        .where('lockedBy', '=', holder)
        .where('id', 'not in', ids)
        .execute();
    },

    async releaseAll() {
      await db
        .updateTable('delivery')
        .set({ lockedBy: null, lockedUntil: null })
        .where('state', '=', 'ready')
        .where('lockedUntil', 'is not', null)
        .execute();
    },

    async settle(teamId, dedupeKey, result, now) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ ...done, result, endedAt: now })
        .where('teamId', '=', teamId)
        .where('dedupeKey', '=', dedupeKey)
        .where('state', '=', 'ready')
        .where('lockedBy', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async keepMessage(id, message) {
      const { kept } = await db
        .updateTable('delivery')
        .set({ message: sql`coalesce(message, ${message})` })
        .where('id', '=', id)
        .returning('message as kept')
        .executeTakeFirstOrThrow();
      return kept ?? message;
    },

    async byKey(teamId, dedupeKey) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('dedupeKey', '=', dedupeKey)
        .executeTakeFirst();
      return row && toDelivery(row);
    },

    async isWaiting(teamId, kind, target) {
      const row = await owed(teamId, kind, target).where('lockedBy', 'is', null).executeTakeFirst();
      return row !== undefined;
    },

    isUnworded: (teamId, dedupeKey) => isUnworded(db, teamId, dedupeKey),

    async isOwed(teamId, kind, target) {
      return (await owed(teamId, kind, target).executeTakeFirst()) !== undefined;
    },

    async unfinished(teamId, invitationId, kind) {
      const { total } = await db
        .selectFrom('delivery')
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .where('teamId', '=', teamId)
        .where('invitationId', '=', invitationId)
        .where('kind', '=', kind)
        .where('state', '=', 'ready')
        .executeTakeFirstOrThrow();
      return total;
    },

    async dead(teamId, id) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('id', '=', id)
        .where('state', '=', 'dead')
        .executeTakeFirst();
      return row && toDelivery(row);
    },

    async unfinishedPage(teamId, state, limit) {
      const rows = await db
        .selectFrom('delivery')
        .select(['id', 'kind', 'invitationId', 'state', 'attempts', 'runAt', 'endedAt', 'lastError'])
        .where('teamId', '=', teamId)
        .where('state', '=', state)
        .orderBy('runAt')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => undefinedForNull(row) as DeliverySummary);
    },

    async revive(teamId, id, now) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ state: 'ready', attempts: 1, runAt: now, endedAt: null, toldBy: null })
        .where('teamId', '=', teamId)
        .where('id', '=', id)
        .where('state', '=', 'dead')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async takeUntold(teamId, reportId) {
      await deadOf(teamId).where('toldBy', 'is', null).set({ toldBy: reportId }).execute();
      const rows = await db
        .selectFrom('delivery')
        .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
        .where('teamId', '=', teamId)
        .where('state', '=', 'dead')
        .where('toldBy', '=', reportId)
        .groupBy('kind')
        .orderBy('kind')
        .execute();
      return rows as DeadCount[];
    },

    async giveBackUntold(teamId, reportId) {
      await deadOf(teamId).where('toldBy', '=', reportId).set({ toldBy: null }).execute();
    },

    async tally(teamId) {
      // One index per state holds all that is asked for; a condition on both states together would have none.
      const rows = await tallyOf('ready', teamId).unionAll(tallyOf('dead', teamId)).execute();
      return rows as DeliveryTally[];
    },

    async nextRunAt(teamId) {
      const row = await db
        .selectFrom('delivery')
        .select('runAt')
        .where('teamId', '=', teamId)
        .where('state', '=', 'ready')
        .where('lockedUntil', 'is', null)
        .orderBy('runAt')
        .limit(1)
        .executeTakeFirst();
      return row?.runAt;
    },

    async forgetEnded(teamId, kind, before) {
      await db
        .deleteFrom('delivery')
        .where('teamId', '=', teamId)
        .where('kind', '=', kind)
        .where('state', '!=', 'ready')
        .where('endedAt', '<', before)
        .execute();
    },
  };
}
