import { sql, type Kysely, type Selectable, type Updateable } from 'kysely';
import {
  askingKinds,
  openStates,
  type EventKind,
  type InvitationState,
  type InvitationStore,
} from '../ports/invitation-store.ts';
import { compiledOnce } from './compiled-once.ts';
import { inBatches } from './in-batches.ts';
import { is } from './is.ts';
import { toColumns, toInvitation } from './invitation-row.ts';
import type { InvitationEventTable, InvitationTable, Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

const newestOf = compiledOnce<{ teamId: string; email: string }, Selectable<InvitationTable>>((db, the) =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('teamId', ...is(the('teamId')))
    .where('email', ...is(the('email')))
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
);

const eventsOf = compiledOnce<{ teamId: string; invitationId: string }, Omit<Selectable<InvitationEventTable>, 'id'>>(
  (db, the) =>
    db
      .selectFrom('invitationEvent')
      .select(['teamId', 'invitationId', 'kind', 'at', 'actor', 'detail'])
      .where('invitationId', ...is(the('invitationId')))
      .where('teamId', ...is(the('teamId')))
      .orderBy('id'),
);

const addTo = compiledOnce<Omit<Selectable<InvitationEventTable>, 'id'>, never>((db, the) =>
  db.insertInto('invitationEvent').values({
    teamId: the('teamId'),
    invitationId: the('invitationId'),
    kind: the('kind'),
    at: the('at'),
    actor: the('actor'),
    detail: the('detail'),
  }),
);

export function invitationQueries(db: Kysely<Schema>): InvitationStore {
  const invitations = () => db.selectFrom('invitation').selectAll();
  /** One conditional update; nothing comes back where the invitation was in none of the states. */
  const moved = (teamId: string, id: string, from: readonly InvitationState[], columns: Updateable<InvitationTable>) =>
    db
      .updateTable('invitation')
      .set(columns)
      .where('id', '=', id)
      .where('teamId', '=', teamId)
      .where('state', 'in', from)
      .returningAll();

  return {
    async insert(invitation) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('invitation')
        .values({
          ...invitation,
          strict: invitation.strict ? 1 : 0,
          channels: JSON.stringify(invitation.channels),
          workTeams: JSON.stringify(invitation.workTeams),
          parentId: invitation.parentId ?? null,
          importId: invitation.importId ?? null,
          note: invitation.note ?? null,
          state: 'requested',
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async byId(teamId, id) {
      const row = await invitations().where('id', '=', id).where('teamId', '=', teamId).executeTakeFirst();
      return row && toInvitation(row);
    },

    async open(teamId, email) {
      const row = await invitations()
        .where('teamId', '=', teamId)
        .where('email', '=', email)
        .where('state', 'in', openStates)
        .executeTakeFirst();
      return row && toInvitation(row);
    },

    async openAmong(teamId, emails) {
      const open = new Set<string>();
      for (const batch of inBatches(emails)) {
        const rows = await db
          .selectFrom('invitation')
          .select('email')
          .where('teamId', '=', teamId)
          .where('email', 'in', batch)
          .where('state', 'in', openStates)
          .execute();
        for (const { email } of rows) open.add(email);
      }
      return open;
    },

    async latest(teamId, email) {
      if (email === '') return undefined;
      const [row] = await newestOf(db, { teamId, email });
      return row && toInvitation(row);
    },

    async inStates(teamId, states) {
      const rows = await invitations()
        .where('teamId', '=', teamId)
        .where('state', 'in', states)
        .orderBy('requestedAt')
        .orderBy('id')
        .execute();
      return rows.map(toInvitation);
    },

    async page(teamId, { state, limit, offset }) {
      const rows = await invitations()
        .where('teamId', ...is(teamId))
        .$if(state !== undefined, (query) => query.where('state', ...is(state ?? '')))
        .orderBy('requestedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(sql.lit(limit))
        .offset(offset)
        .execute();
      return rows.map(toInvitation);
    },

    async count(teamId, state, most) {
      const counted = db
        .selectFrom('invitation')
        .select('id')
        .where('teamId', '=', teamId)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
        .$if(most !== undefined, (query) => query.limit(most ?? 0));
      const { total } = await db
        .selectFrom(counted.as('counted'))
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },

    async transition(teamId, id, from, to, changes = {}) {
      const row = await moved(teamId, id, from, { ...toColumns(changes), state: to }).executeTakeFirst();
      return row && toInvitation(row);
    },

    async conclude({ teamId, id, renewals }, to, changes = {}) {
      const isAsRead = moved(teamId, id, ['pending'], { ...toColumns(changes), state: to });
      const row = await isAsRead.where('renewals', '=', renewals).executeTakeFirst();
      return row && toInvitation(row);
    },

    async takeStep({ teamId, id, providerStep, providerStepAt = null }, changes) {
      const row = await db
        .updateTable('invitation')
        .set(toColumns(changes))
        .where('id', '=', id)
        .where('teamId', '=', teamId)
        .where('state', 'in', ['provisioning', 'unknown'])
        .where('providerStep', '=', providerStep)
        .where('providerStepAt', 'is not distinct from', providerStepAt)
        .returningAll()
        .executeTakeFirst();
      return row && toInvitation(row);
    },

    async update(teamId, id, changes) {
      await db
        .updateTable('invitation')
        .set(toColumns(changes))
        .where('id', '=', id)
        .where('teamId', '=', teamId)
        .execute();
    },

    async addEvent(event) {
      await addTo(db, { ...event, detail: event.detail ?? null });
    },

    async addEvents(events) {
      for (const batch of inBatches(events)) {
        const values = batch.map((event) => ({ ...event, detail: event.detail ?? null }));
        await db.insertInto('invitationEvent').values(values).execute();
      }
    },

    async events(teamId, invitationId) {
      const rows = await eventsOf(db, { teamId, invitationId });
      return rows.map((row) => ({ ...undefinedForNull(row), kind: row.kind as EventKind }));
    },

    async nthNewestAsk(teamId, { actor, since, n }) {
      const row = await db
        .selectFrom('invitationEvent')
        .select('at')
        .where('teamId', ...is(teamId))
        // As the index writes it (0017-asks), and not as parameters: otherwise it would not be used.
        .where(sql<boolean>`kind in (${sql.join(askingKinds.map((kind) => sql.lit(kind)))})`)
        .where('at', '>', since)
        .$if(actor !== undefined, (query) => query.where('actor', ...is(actor ?? '')))
        .orderBy('at', 'desc')
        .limit(sql.lit(1))
        .offset(n - 1)
        .executeTakeFirst();
      return row?.at;
    },
  };
}
