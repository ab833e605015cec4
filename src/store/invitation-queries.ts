import { sql, type Kysely, type Updateable } from 'kysely';
import {
  askingKinds,
  openStates,
  type EventKind,
  type InvitationEvent,
  type InvitationState,
  type InvitationStore,
} from '../ports/invitation-store.ts';
import { inBatches } from './in-batches.ts';
import { toColumns, toInvitation } from './invitation-row.ts';
import type { InvitationTable, Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

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

  async function addEvents(events: readonly InvitationEvent[]): Promise<void> {
    for (const batch of inBatches(events)) {
      const values = batch.map((event) => ({ ...event, detail: event.detail ?? null }));
      await db.insertInto('invitationEvent').values(values).execute();
    }
  }

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
      const row = await invitations()
        .where('teamId', '=', teamId)
        .where('email', '=', email)
        .orderBy('requestedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
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
        .where('teamId', '=', teamId)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
        .orderBy('requestedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(toInvitation);
    },

    async count(teamId, state) {
      const { total } = await db
        .selectFrom('invitation')
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .where('teamId', '=', teamId)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
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

    async update(teamId, id, changes) {
      await db
        .updateTable('invitation')
        .set(toColumns(changes))
        .where('id', '=', id)
        .where('teamId', '=', teamId)
        .execute();
    },

    addEvent: (event) => addEvents([event]),
    addEvents,

    async events(teamId, invitationId) {
      const rows = await db
        .selectFrom('invitationEvent')
        .select(['teamId', 'invitationId', 'kind', 'at', 'actor', 'detail'])
        .where('invitationId', '=', invitationId)
        .where('teamId', '=', teamId)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...undefinedForNull(row), kind: row.kind as EventKind }));
    },

    async nthNewestAsk(teamId, { actor, since, n }) {
      const row = await db
        .selectFrom('invitationEvent')
        .select('at')
        .where('teamId', '=', teamId)
        // As the index writes it (0017-asks), and not as parameters: otherwise it would not be used.
        .where(sql<boolean>`kind in (${sql.join(askingKinds.map((kind) => sql.lit(kind)))})`)
        .where('at', '>', since)
        .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
        .orderBy('at', 'desc')
        .limit(1)
        .offset(n - 1)
        .executeTakeFirst();
      return row?.at;
    },
  };
}
