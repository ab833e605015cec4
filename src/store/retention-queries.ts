import type { Kysely } from 'kysely';
import { invitationStates, openStates } from '../ports/invitation-store.ts';
import type { RetentionStore } from '../ports/retention-store.ts';
import type { Schema } from './schema.ts';

const endedStates = invitationStates.filter((state) => !openStates.some((open) => open === state));

/** Stands for a name that was erased. */
const noName = '—';

export function retentionQueries(db: Kysely<Schema>): RetentionStore {
  const ended = (teamId: string) =>
    db
      .selectFrom('invitation')
      .select('id')
      .where('teamId', '=', teamId)
      .where('state', 'in', endedStates)
      .where('forgottenAt', 'is', null)
      .orderBy('requestedAt');

  return {
    async endedBefore(teamId, before, limit) {
      const rows = await ended(teamId)
        .where('requestedAt', '<', before)
        .where((build) =>
          build.not(
            build.exists(
              build
                .selectFrom('invitationEvent')
                .select('invitationEvent.id')
                .whereRef('invitationEvent.invitationId', '=', 'invitation.id')
                .where('invitationEvent.at', '>=', before),
            ),
          ),
        )
        .where((build) =>
          build.not(
            build.exists(
              build
                .selectFrom('delivery')
                .select('delivery.id')
                .whereRef('delivery.invitationId', '=', 'invitation.id')
                .where('delivery.state', '=', 'ready'),
            ),
          ),
        )
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async endedOf(teamId, email) {
      const rows = await ended(teamId).where('email', '=', email).execute();
      return rows.map(({ id }) => id);
    },

    async isBusy(teamId, invitationIds) {
      const row = await db
        .selectFrom('delivery')
        .select('id')
        .where('teamId', '=', teamId)
        .where('invitationId', 'in', invitationIds)
        .where('state', '=', 'ready')
        .where('lockedBy', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async forget(teamId, invitationIds, at) {
      const people = await db
        .selectFrom('invitation')
        .select(['email', 'chatUserId'])
        .where('teamId', '=', teamId)
        .where('id', 'in', invitationIds)
        .where('forgottenAt', 'is', null)
        .execute();
      const emails = people.map(({ email }) => email);
      const userIds = people.flatMap(({ chatUserId }) => chatUserId ?? []);

      await db
        .updateTable('invitation')
        .set({ email: '', firstName: '', lastName: '', failureDetail: null, note: null, forgottenAt: at })
        .set({ providerInvitationId: null, providerUserId: null, chatUserId: null })
        .where('teamId', '=', teamId)
        .where('id', 'in', invitationIds)
        .execute();
      await db
        .updateTable('invitationEvent')
        .set({ detail: null })
        .where('teamId', '=', teamId)
        .where('invitationId', 'in', invitationIds)
        .execute();
      await eraseImportRows(db, teamId, invitationIds, emails);
      await eraseDeliveries(db, teamId, invitationIds, [...userIds, ...emails], at);
      await db
        .updateTable('noticeArrival')
        .set({ name: noName, inviterName: null, invitationId: null })
        .where('teamId', '=', teamId)
        .where((build) =>
          build.or([build('invitationId', 'in', invitationIds), ...userIds.map((id) => build('userId', '=', id))]),
        )
        .execute();
      await db
        .updateTable('auditEntry')
        .set({ email: null, detail: null })
        .where('teamId', '=', teamId)
        .where('email', 'in', emails)
        .execute();
      return people.length;
    },
  };
}

/** A row that was not started yet becomes a problem, lest nobody be invited in the person's place. */
async function eraseImportRows(
  db: Kysely<Schema>,
  teamId: string,
  invitationIds: readonly string[],
  emails: readonly string[],
): Promise<void> {
  await db
    .updateTable('importRow')
    .set({ email: '', firstName: '', lastName: '' })
    .set((build) => ({ problem: build.case().when('invitationId', 'is', null).then(noName).end() }))
    .where('teamId', '=', teamId)
    .where((build) => build.or([build('invitationId', 'in', invitationIds), build('email', 'in', emails)]))
    .execute();
  // What has been reported is looked for no more.
  await db
    .updateTable('delivery')
    .set({ message: null })
    .where('teamId', '=', teamId)
    .where('kind', '=', 'import_report')
    .where('state', '!=', 'ready')
    .execute();
}

/**
 * The rows stay, because their keys are what keeps anything from being sent twice. What is about the person without
 * naming an invitation, such as a walk-in's welcome, is found by its target.
 */
async function eraseDeliveries(
  db: Kysely<Schema>,
  teamId: string,
  invitationIds: readonly string[],
  targets: readonly string[],
  at: number,
): Promise<void> {
  const erased = { target: '', payload: '{}', message: null, result: null, lastError: null };
  await db
    .updateTable('delivery')
    .set({ state: 'done', endedAt: at })
    .where('teamId', '=', teamId)
    .where('invitationId', 'in', invitationIds)
    .where('state', '=', 'ready')
    .execute();
  await db
    .updateTable('delivery')
    .set(erased)
    .where('teamId', '=', teamId)
    .where('state', '!=', 'ready')
    .where((build) =>
      build.or([build('invitationId', 'in', invitationIds), ...targets.map((target) => build('target', '=', target))]),
    )
    .execute();
}
