import type { Import } from '../ports/import-store.ts';
import type { Dependencies } from './dependencies.ts';
import { offerMs } from './offer-import.ts';
import { endEarly } from './run-import.ts';
import { TryLater } from './try-later.ts';

/** So often it is looked whether an import is over. */
const againMs = 10 * 60_000;

/**
 * Ends an offer that nobody has taken. Once everything about an import is told, the people it was about are deleted:
 * whoever was invited is in an invitation of their own by then.
 * @throws TryLater while it is not over.
 */
export async function endImport(
  deps: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  { teamId, id, byId, state, createdAt }: Import,
): Promise<void> {
  const { store, clock } = deps;
  if (state === 'offered') {
    const leftMs = createdAt + offerMs - clock.now();
    if (leftMs > 0) throw new TryLater('the offer stands', leftMs);
    await endEarly(deps, id, ['offered'], { ending: 'not_taken' });
  }
  const stillOwed =
    (await store.deliveries.isOwed(teamId, 'import_run', teamId)) ||
    (await store.deliveries.isOwed(teamId, 'import_card', id)) ||
    (await store.deliveries.isOwed(teamId, 'import_report', byId));
  if (stillOwed) throw new TryLater('the import is not over', againMs);
  await store.imports.clear(teamId, id);
}
