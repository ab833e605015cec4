import { sql, type Kysely } from 'kysely';
import { inBatches } from './in-batches.ts';
import { knownKinds } from './known-kinds.ts';
import type { Schema } from './schema.ts';

/** One step in an index for each team, however much is owed, and whatever else is known of it. */
export async function teamsDue(db: Kysely<Schema>, teamIds: readonly string[], now: number): Promise<string[]> {
  const due: string[] = [];
  for (const batch of inBatches(teamIds)) {
    const rows = await db
      .with('asked(id)', () => sql<{ id: string }>`(values ${sql.join(batch.map((id) => sql`(${id})`))})`)
      .selectFrom('asked')
      .select('asked.id')
      .where((build) =>
        build.exists(
          build
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.teamId', '=', 'asked.id')
            .where('delivery.state', '=', sql.lit('ready'))
            .where(sql<boolean>`delivery.kind in ${knownKinds}`)
            .where('delivery.runAt', '<=', now)
            .where((free) =>
              free.or([free('delivery.lockedUntil', 'is', null), free('delivery.lockedUntil', '<=', now)]),
            ),
        ),
      )
      .execute();
    due.push(...rows.map(({ id }) => id));
  }
  return due;
}
