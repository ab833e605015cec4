import type { ExpressionBuilder, Kysely, UpdateResult } from 'kysely';
import type { Traces } from '../ports/retention-store.ts';
import { oneOf } from './one-of.ts';
import type { Schema } from './schema.ts';

/**
 * What stays of a delivery is its key, which keeps anything from being sent twice. One that is done is about nobody any
 * more but by its invitation and its target (delivery-queries.ts).
 */
export const erased = { target: '', payload: '{}', message: null, result: null, lastError: null };

/** What is owed to newcomers, who need not have been invited here. */
const toNewcomers = ['welcome', 'welcome_test'];

/** What was still owed is dropped. */
export async function eraseDeliveries(
  db: Kysely<Schema>,
  teamId: string,
  traces: Traces,
  at: number,
): Promise<UpdateResult[]> {
  const dropping = db
    .updateTable('delivery')
    .set({ ...erased, state: 'done', endedAt: at })
    .where('teamId', '=', teamId)
    .where('state', '=', 'ready')
    .where((build) => isOwedTo(build, traces));
  const ended = db
    .updateTable('delivery')
    .set(erased)
    .where('teamId', '=', teamId)
    .where('state', '!=', 'ready')
    .where((build) => oneOf(build, 'invitationId', traces.invitationIds));
  const dead = db
    .updateTable('delivery')
    .set(erased)
    .where('teamId', '=', teamId)
    .where('state', '=', 'dead')
    .where((build) => isOwedTo(build, traces));
  // What tells of many goes on, in words that leave this one out.
  const gathered = db
    .updateTable('delivery')
    .set({ message: null })
    .where('teamId', '=', teamId)
    .where('message', 'is not', null)
    .where((build) => isToldOf(build, traces));
  return [
    await dropping.executeTakeFirst(),
    await ended.executeTakeFirst(),
    await dead.executeTakeFirst(),
    await gathered.executeTakeFirst(),
  ];
}

/** What tells the inviter of these invitations together with others. */
export function isToldOf(build: ExpressionBuilder<Schema, 'delivery'>, { invitationIds }: Traces) {
  return build(
    'id',
    'in',
    build
      .selectFrom('importNews')
      .select('importNews.toldBy')
      .where('importNews.toldBy', 'is not', null)
      .where((inner) => oneOf(inner, 'importNews.invitationId', invitationIds)),
  );
}

/** What is owed to somebody or for their invitations. */
export function isOwedTo(build: ExpressionBuilder<Schema, 'delivery'>, { invitationIds, userIds }: Traces) {
  return build.or([
    oneOf(build, 'invitationId', invitationIds),
    build.and([oneOf(build, 'target', userIds), build('kind', 'in', toNewcomers)]),
  ]);
}
