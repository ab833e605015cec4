import { sql, type Kysely, type Selectable } from 'kysely';
import type { ClaimOptions } from '../ports/delivery-store.ts';
import { compiledOnce } from './compiled-once.ts';
import { isPostgres } from './dialect.ts';
import { is } from './is.ts';
import { knownKinds } from './known-kinds.ts';
import type { DeliveryTable, Schema } from './schema.ts';

/** Values that a claim is filled in with. */
interface Claim extends Record<string, unknown> {
  teamId: string;
  now: number;
  holder: string;
  lockedUntil: number;
  limit: number;
}

/**
 * Takes a team's due deliveries in one statement, so that no two workers can take the same one.
 *
 * A delivery is free when nobody holds it or its lease has run out. It also waits for an older one of the same kind
 * and target: a notice must not be posted by two attempts at once, and a person's messages keep their order. One that
 * was tried keeps its turn until it ends, because only its own next attempt knows what may have got through.
 *
 * Kinds of a newer program, which may run beside this one, are left to it.
 *
 * Two processes that look at the same moment may see different ones as the oldest; the index `delivery_one_running`
 * lets one of them have its way.
 */
export async function claimDeliveries(
  db: Kysely<Schema>,
  { leaseMs, ...claim }: ClaimOptions,
): Promise<Selectable<DeliveryTable>[]> {
  const rows = await takeDue(db, { ...claim, lockedUntil: claim.now + leaseMs });
  return rows.sort((a, b) => a.runAt - b.runAt);
}

const takeDue = compiledOnce<Claim, Selectable<DeliveryTable>>((db, the) =>
  db
    .with(
      (name) => name('due').materialized(),
      (due) =>
        due
          .selectFrom('delivery as candidate')
          .select('candidate.id')
          .where('candidate.teamId', ...is(the('teamId')))
          // Written out, as its index has it.
          .where('candidate.state', '=', sql.lit('ready'))
          .where(sql<boolean>`candidate.kind in ${knownKinds}`)
          .where('candidate.runAt', '<=', the('now'))
          .where((expression) =>
            expression.or([
              expression('candidate.lockedUntil', 'is', null),
              expression('candidate.lockedUntil', '<=', the('now')),
            ]),
          )
          .where((expression) =>
            expression.not(
              expression.exists(
                expression
                  .selectFrom('delivery as other')
                  .select('other.id')
                  .whereRef('other.teamId', '=', 'candidate.teamId')
                  .whereRef('other.kind', '=', 'candidate.kind')
                  .whereRef('other.target', '=', 'candidate.target')
                  .where('other.state', '=', sql.lit('ready'))
                  .where(
                    sql<boolean>`(other.locked_until > ${the('now')}
                    or (other.attempts > 0 and candidate.attempts = 0)
                    or ((other.attempts > 0) = (candidate.attempts > 0)
                      and (other.run_at, other.id) < (candidate.run_at, candidate.id)))`,
                  ),
              ),
            ),
          )
          .orderBy('candidate.runAt')
          .orderBy('candidate.id')
          // An expression, because SQLite plans a bare `limit ?` anew for each number.
          .limit(sql<number>`cast(${the('limit')} as integer)`)
          // SQLite lets one process write at a time; elsewhere whoever is busy with a row is passed by.
          .$if(isPostgres(db), (query) => query.forUpdate('candidate').skipLocked()),
    )
    .updateTable('delivery')
    .set({
      lockedBy: the('holder'),
      lockedUntil: the('lockedUntil'),
      attempts: sql`attempts + 1`,
      firstAttemptAt: sql`coalesce(first_attempt_at, ${the('now')})`,
    })
    .where('id', 'in', (taken) => taken.selectFrom('due').select('due.id'))
    .returningAll(),
);
