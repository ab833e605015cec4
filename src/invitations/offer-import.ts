import { randomUUID } from 'node:crypto';
import type { ImportRow } from '../ports/import-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { StoreQueries } from '../ports/store.ts';
import { nameOf, type Caller } from './caller.ts';
import { checkRows, type WrittenPerson } from './check-import-rows.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { oweImportCard } from './owe-import-card.ts';

/** So long an offer can be taken. Milliseconds. */
export const offerMs = 10 * 60_000;

/** Who imports, in which language they read, and how they type commands. */
export interface Importer {
  caller: Caller;
  locale: Locale;
  /** The word after the slash. */
  trigger: string;
}

/**
 * Checks every row and keeps them all; nobody is invited before the offer is confirmed. Problems are written in the
 * language of whoever imports: nobody else reads them.
 */
export async function offerImport(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings'>,
  written: readonly WrittenPerson[],
  importer: Importer,
): Promise<ImportRow[]> {
  const rows = await checkRows(deps, written, importer.caller.user.id, importer.locale);
  await deps.store.transaction((queries) => recordOffer(deps, queries, rows, importer));
  return rows;
}

/** Writes down an offer whose rows are checked; its card is owed, and its end. */
export async function recordOffer(
  { clock, settings }: Pick<Dependencies, 'clock' | 'settings'>,
  queries: Pick<StoreQueries, 'imports' | 'deliveries'>,
  rows: readonly ImportRow[],
  { caller: { user }, locale, trigger }: Importer,
): Promise<void> {
  const createdAt = clock.now();
  const teamId = settings.team.id;
  const record = { id: randomUUID(), teamId, byId: user.id, byName: nameOf(user), locale, trigger, createdAt };
  await queries.imports.add(record, rows);
  await oweImportCard(queries, record, 'offered', createdAt);
  // Written with the offer, so that nothing of it stays that nobody wants.
  await queries.deliveries.enqueue({
    ...{ teamId, kind: 'import_end', target: record.id, payload: { importId: record.id } },
    dedupeKey: deliveryKeys.importEnd(record.id),
    runAt: createdAt + offerMs,
  });
}
