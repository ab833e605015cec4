import type { Import } from '../ports/import-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import { deliveryKeys } from './delivery-keys.ts';

/**
 * The message of an import is to show how it stands.
 * @param moment what made it change.
 */
export async function oweImportCard(
  { deliveries }: Pick<StoreQueries, 'deliveries'>,
  { teamId, id }: Pick<Import, 'teamId' | 'id'>,
  moment: 'offered' | 'redrawn' | 'forgotten' | 'progress' | 'cancelled' | 'ended',
  at: number,
): Promise<void> {
  await deliveries.enqueue({
    ...{ teamId, kind: 'import_card', target: id, payload: { importId: id }, runAt: at },
    dedupeKey: deliveryKeys.importCard(id, moment, at),
  });
}
