import type { Kysely } from 'kysely';
import type { RegistrationStore } from '../ports/registration-store.ts';
import { inBatches } from './in-batches.ts';
import type { Schema } from './schema.ts';
import { undefinedForNull } from './undefined-for-null.ts';

export function registrationQueries(db: Kysely<Schema>): RegistrationStore {
  return {
    async team(name) {
      const row = await db
        .selectFrom('team')
        .select(['id', 'name', 'botUserId', 'sealedBotToken'])
        .where('name', '=', name)
        .executeTakeFirst();
      return row && undefinedForNull(row);
    },

    async saveTeam(team) {
      const values = { ...team, sealedBotToken: team.sealedBotToken ?? null };
      await db
        .insertInto('team')
        .values(values)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },

    async restoration(teamId, now) {
      const row = await db
        .updateTable('team')
        .set((build) => ({ restoredAt: build.fn.coalesce('restoredAt', build.val(now)) }))
        .where('id', '=', teamId)
        .where('copiedAt', 'is not', null)
        .returning(['copiedAt', 'restoredAt'])
        .executeTakeFirst();
      return row && { copiedAt: row.copiedAt ?? now, restoredAt: row.restoredAt ?? now };
    },

    async nameOf(teamId) {
      const row = await db.selectFrom('team').select('name').where('id', '=', teamId).executeTakeFirst();
      return row?.name;
    },

    async commandTokens(names) {
      const found = [];
      for (const batch of inBatches(names)) {
        const rows = await db
          .selectFrom('team')
          .leftJoin('commandToken', 'commandToken.teamId', 'team.id')
          .select(['team.id as teamId', 'team.name', 'commandToken.tokenHash'])
          .where('team.name', 'in', batch)
          .execute();
        found.push(...rows.map(undefinedForNull));
      }
      return found;
    },

    commands: (teamId) =>
      db.selectFrom('commandToken').selectAll().where('teamId', '=', teamId).orderBy('savedAt', 'desc').execute(),

    async saveCommand(command) {
      await db
        .insertInto('commandToken')
        .values(command)
        .onConflict((conflict) => conflict.columns(['teamId', 'commandId']).doUpdateSet(command))
        .execute();
    },

    async forgetOtherCommands(teamId, keptIds) {
      await db.deleteFrom('commandToken').where('teamId', '=', teamId).where('commandId', 'not in', keptIds).execute();
    },
  };
}
