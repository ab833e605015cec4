import { sql, type Kysely } from 'kysely';
import { inBatches } from './in-batches.ts';
import { knownKinds } from './known-kinds.ts';
import type { Schema } from './schema.ts';

/** One step in an index for each team, however much is owed. */
export async function teamsDue(db: Kysely<Schema>, teamIds: readonly string[], now: number): Promise<string[]> {
  const due: string[] = [];
  for (const batch of inBatches(teamIds)) {
    const rows = await db
      .selectFrom('team')
      .select('team.id')
      .where('team.id', 'in', batch)
      .where((build) =>
        build.exists(
          build
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.teamId', '=', 'team.id')
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
