import { randomUUID } from 'node:crypto';
import type { ImportRow } from '../ports/import-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { nameOf, type Caller } from './caller.ts';
import { checkRows, type WrittenPerson } from './check-import-rows.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Checks every row and keeps them all; nobody is invited before the offer is confirmed. Problems are written in the
 * language of whoever imports: nobody else reads them.
 */
export async function offerImport(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings'>,
  written: readonly WrittenPerson[],
  { user }: Caller,
  locale: Locale,
  trigger: string,
): Promise<{ id: string; rows: ImportRow[] }> {
  const { store, clock, settings } = deps;
  const teamId = settings.team.id;
  const rows = await checkRows(deps, written, user.id, locale);
  const id = randomUUID();
  await store.transaction(async (queries) => {
    const createdAt = clock.now();
    const record = { id, teamId, byId: user.id, byName: nameOf(user), locale, trigger, createdAt };
    await queries.imports.add(record, rows);
    const card = { teamId, kind: 'import_card', target: id, payload: { importId: id } } as const;
    await queries.deliveries.enqueue({
      ...card,
      dedupeKey: deliveryKeys.importCard(id, 'offered', createdAt),
      runAt: createdAt,
    });
  });
  return { id, rows };
}
