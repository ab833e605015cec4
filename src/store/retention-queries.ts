import type { ExpressionBuilder, Kysely } from 'kysely';
import { invitationStates, openStates } from '../ports/invitation-store.ts';
import type { RetentionStore } from '../ports/retention-store.ts';
import { isPostgres } from './dialect.ts';
import { isOwedTo, isToldOf } from './erase-deliveries.ts';
import { erasePerson } from './erase-person.ts';
import { forgetUninvited } from './forget-uninvited.ts';
import { oneOf } from './one-of.ts';
import type { Schema } from './schema.ts';

const endedStates = invitationStates.filter((state) => !openStates.some((open) => open === state));

export function retentionQueries(db: Kysely<Schema>): RetentionStore {
  const remembered = (teamId: string) =>
    db.selectFrom('invitation').where('teamId', '=', teamId).where('forgottenAt', 'is', null);

  return {
    async endedBefore(teamId, before, limit) {
      const rows = await remembered(teamId)
        .select('id')
        .where('state', 'in', endedStates)
        .where('requestedAt', '<', before)
        .where((build) => build.not(build.exists(laterEvents(build, before))))
        .where((build) => build.not(build.exists(stillOwed(build))))
        .orderBy('requestedAt')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async tracesOf(teamId, { emails, userIds }) {
      const rows = await remembered(teamId)
        .select(['id', 'email', 'chatUserId', 'state'])
        .where((build) => build.or([oneOf(build, 'email', emails), oneOf(build, 'chatUserId', userIds)]))
        .execute();
      return {
        emails: [...new Set([...emails, ...rows.map(({ email }) => email)])],
        userIds: [...new Set([...userIds, ...rows.flatMap(({ chatUserId }) => chatUserId ?? [])])],
        invitationIds: rows.filter(({ state }) => endedStates.some((ended) => ended === state)).map(({ id }) => id),
      };
    },

    async isBusy(teamId, traces) {
      const rows = await db
        .selectFrom('delivery')
        .select('lockedBy')
        .where('teamId', '=', teamId)
        .where('state', '=', 'ready')
        .where((build) => build.or([isOwedTo(build, traces), isToldOf(build, traces)]))
        // So that nothing of it is claimed before the transaction ends; on SQLite nothing can be.
        .$if(isPostgres(db), (query) => query.forUpdate())
        .execute();
      return rows.some(({ lockedBy }) => lockedBy !== null);
    },

    forget: (teamId, traces, at) => erasePerson(db, teamId, traces, at),

    async offersAbout(teamId, emails) {
      const rows = await db
        .selectFrom('importRow')
        .innerJoin('import', 'import.id', 'importRow.importId')
        .select('import.id')
        .distinct()
        .where('import.teamId', '=', teamId)
        .where('import.state', '=', 'offered')
        .where((build) => oneOf(build, 'importRow.email', emails))
        .execute();
      return rows.map(({ id }) => id);
    },

    forgetUninvited: (teamId, before, limit) => forgetUninvited(db, teamId, before, limit),
  };
}

function laterEvents(build: ExpressionBuilder<Schema, 'invitation'>, since: number) {
  return build
    .selectFrom('invitationEvent')
    .select('invitationEvent.id')
    .whereRef('invitationEvent.invitationId', '=', 'invitation.id')
    .where('invitationEvent.at', '>=', since);
}

function stillOwed(build: ExpressionBuilder<Schema, 'invitation'>) {
  return build
    .selectFrom('delivery')
    .select('delivery.id')
    .whereRef('delivery.invitationId', '=', 'invitation.id')
    .where('delivery.state', '=', 'ready');
}
