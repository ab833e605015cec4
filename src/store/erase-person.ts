import { sql, type ExpressionBuilder, type Kysely, type UpdateResult } from 'kysely';
import type { Traces } from '../ports/retention-store.ts';
import { eraseDeliveries } from './erase-deliveries.ts';
import { oneOf } from './one-of.ts';
import type { Schema } from './schema.ts';

/** Stands in a notice for a name that was erased. */
export const noName = '—';

/**
 * Erases a person in every table; only rows that still say something are touched.
 * @returns how many invitations that were, and how many rows of other tables or of other people's invitations.
 */
export async function erasePerson(
  db: Kysely<Schema>,
  teamId: string,
  traces: Traces,
  at: number,
): Promise<{ invitations: number; others: number }> {
  const results = [
    ...(await eraseArrivals(db, teamId, traces)),
    ...(await eraseInviter(db, teamId, traces)),
    ...(await eraseImports(db, teamId, traces)),
    ...(await eraseDeliveries(db, teamId, traces, at)),
    await db
      .updateTable('auditEntry')
      .set({ email: null, detail: null })
      .where('teamId', '=', teamId)
      .where((build) => oneOf(build, 'email', traces.emails))
      .executeTakeFirst(),
  ];
  return { invitations: await eraseInvitations(db, teamId, traces, at), others: sum(results) };
}

async function eraseInvitations(
  db: Kysely<Schema>,
  teamId: string,
  { invitationIds }: Traces,
  at: number,
): Promise<number> {
  await db
    .updateTable('invitationEvent')
    .set({ detail: null })
    .where('teamId', '=', teamId)
    .where((build) => oneOf(build, 'invitationId', invitationIds))
    .execute();
  const erasing = db
    .updateTable('invitation')
    .set({ email: '', firstName: '', lastName: '', failureDetail: null, note: null, forgottenAt: at })
    .set({ providerInvitationId: null, providerUserId: null, chatUserId: null })
    .where('teamId', '=', teamId)
    .where((build) => oneOf(build, 'id', invitationIds))
    .where('forgottenAt', 'is', null);
  return sum([await erasing.executeTakeFirst()]);
}

async function eraseArrivals(db: Kysely<Schema>, teamId: string, { invitationIds, userIds }: Traces) {
  const erasing = db
    .updateTable('noticeArrival')
    .set({ name: noName, inviterName: null, invitationId: null })
    .where('teamId', '=', teamId)
    .where('name', '!=', noName)
    .where((build) => build.or([oneOf(build, 'invitationId', invitationIds), oneOf(build, 'userId', userIds)]));
  return [await erasing.executeTakeFirst()];
}

/** As whoever invited others. */
async function eraseInviter(db: Kysely<Schema>, teamId: string, { userIds }: Traces) {
  if (userIds.length === 0) return [];
  const inArrivals = db
    .updateTable('noticeArrival')
    .set({ inviterName: null })
    .where('teamId', '=', teamId)
    .where('inviterName', 'is not', null)
    .where('invitationId', 'in', (build) =>
      build
        .selectFrom('invitation')
        .select('invitation.id')
        .where('invitation.teamId', '=', teamId)
        .where('invitation.inviterId', 'in', userIds),
    );
  const inInvitations = db
    .updateTable('invitation')
    .set({ inviterName: '' })
    .where('teamId', '=', teamId)
    .where('inviterName', '!=', '')
    .where((build) => oneOf(build, 'inviterId', userIds));
  return [await inArrivals.executeTakeFirst(), await inInvitations.executeTakeFirst()];
}

/** Somebody who was not begun with is not invited; what could not be read as an address may hold one all the same. */
async function eraseImports(db: Kysely<Schema>, teamId: string, { invitationIds, emails, userIds }: Traces) {
  const importers = db
    .updateTable('import')
    .set({ byName: '' })
    .where('teamId', '=', teamId)
    .where('byName', '!=', '')
    .where((build) => oneOf(build, 'byId', userIds));
  const rows = db
    .updateTable('importRow')
    .set({ email: '', firstName: '', lastName: '', channels: '[]' })
    .set({ problem: sql`case when problem is null and invitation_id is not null then null else '' end` })
    .where('teamId', '=', teamId)
    .where('email', '!=', '')
    .where((build) =>
      build.or([
        oneOf(build, 'invitationId', invitationIds),
        oneOf(build, 'email', emails),
        build.and([build('problem', 'is not', null), build.or(emails.map((email) => mentions(build, email)))]),
      ]),
    );
  return [await importers.executeTakeFirst(), await rows.executeTakeFirst()];
}

function mentions(build: ExpressionBuilder<Schema, 'importRow'>, email: string) {
  const pattern = `%${email.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`lower(${build.ref('email')}) like ${pattern} escape '\\'`;
}

function sum(results: readonly UpdateResult[]): number {
  return results.reduce((total, { numUpdatedRows }) => total + Number(numUpdatedRows), 0);
}
