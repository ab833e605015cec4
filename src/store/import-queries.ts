import type { Kysely, Selectable } from 'kysely';
import type { Import, ImportProgress, ImportRow, ImportStore } from '../ports/import-store.ts';
import { isUnderWay, type InvitationState } from '../ports/invitation-store.ts';
import { inBatches } from './in-batches.ts';
import type { ImportRowTable, ImportTable, Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

export function importQueries(db: Kysely<Schema>): ImportStore {
  const rowsOf = (teamId: string, id: string) =>
    db.selectFrom('importRow').where('importRow.teamId', '=', teamId).where('importRow.importId', '=', id);

  const inState = (teamId: string, state: Import['state']) =>
    db.selectFrom('import').selectAll().where('teamId', '=', teamId).where('state', '=', state);

  return {
    async add(record, rows) {
      await db
        .insertInto('import')
        .values({ ...record, state: 'offered' })
        .execute();
      for (const batch of inBatches(rows)) {
        const values = batch.map((row) => ({
          ...row,
          importId: record.id,
          teamId: record.teamId,
          channels: JSON.stringify(row.channels),
          problem: row.problem ?? null,
          invitationId: row.invitationId ?? null,
        }));
        await db.insertInto('importRow').values(values).execute();
      }
    },

    async byId(teamId, id) {
      const row = await db
        .selectFrom('import')
        .selectAll()
        .where('teamId', '=', teamId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toImport(row);
    },

    async running(teamId) {
      const row = await inState(teamId, 'running').executeTakeFirst();
      return row && toImport(row);
    },

    async offerOf(teamId, byId) {
      const row = await inState(teamId, 'offered')
        .where('byId', '=', byId)

        .orderBy('createdAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toImport(row);
    },

    async move(teamId, id, from, to, now, ending) {
      const running = await db
        .selectFrom('import')
        .select('id')
        .where('teamId', '=', teamId)
        .where('state', '=', 'running')
        .where('id', '!=', id)
        .executeTakeFirst();
      if (to === 'running' && running) return false;
      const { numUpdatedRows } = await db
        .updateTable('import')
        .set({ state: to, ending: ending ?? null, ...(to === 'running' && { startedAt: now }) })
        .where('teamId', '=', teamId)
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async recordPost(teamId, id, postId) {
      await db.updateTable('import').set({ postId }).where('teamId', '=', teamId).where('id', '=', id).execute();
    },

    async rows(teamId, id) {
      const rows = await rowsOf(teamId, id).selectAll().orderBy('number').execute();
      return rows.map(toRow);
    },

    async waiting(teamId, id, limit) {
      const rows = await rowsOf(teamId, id)
        .selectAll()
        .where('problem', 'is', null)
        .where('invitationId', 'is', null)
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map(toRow);
    },

    async settleRow(teamId, id, number, result) {
      await db
        .updateTable('importRow')
        .set(result)
        .where('teamId', '=', teamId)
        .where('importId', '=', id)
        .where('number', '=', number)
        .execute();
    },

    async progress(teamId, id) {
      const counts = await rowsOf(teamId, id)
        .leftJoin('invitation', 'invitation.id', 'importRow.invitationId')
        .select(['invitation.state as state'])
        .select((build) => [
          build.fn.countAll<number>().as('total'),
          build.fn.count<number>('importRow.problem').as('problems'),
        ])
        .groupBy('invitation.state')
        .execute();
      const progress: ImportProgress = { total: 0, problems: 0, waiting: 0, underWay: 0, ended: {} };
      for (const { state, total, problems } of counts) {
        progress.total += total;
        progress.problems += problems;
        if (state === null) progress.waiting += total - problems;
        else if (isUnderWay(state)) progress.underWay += total;
        else progress.ended[state as InvitationState] = total;
      }
      return progress;
    },

    async clear(teamId, id) {
      await db.deleteFrom('importRow').where('teamId', '=', teamId).where('importId', '=', id).execute();
      await db.updateTable('import').set({ byName: '' }).where('teamId', '=', teamId).where('id', '=', id).execute();
    },
  };
}

function toImport(row: Selectable<ImportTable>): Import {
  return { ...undefinedForNull(row), locale: row.locale as Import['locale'] };
}

function toRow(row: Selectable<ImportRowTable>): ImportRow {
  const { number, email, firstName, lastName, locale, channels, problem, invitationId } = undefinedForNull(row);
  return {
    ...{ number, email, firstName, lastName, problem, invitationId },
    locale: locale as ImportRow['locale'],
    channels: JSON.parse(channels) as ImportRow['channels'],
  };
}
