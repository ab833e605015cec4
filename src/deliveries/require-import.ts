import type { Import } from '../ports/import-store.ts';
import type { Store } from '../ports/store.ts';

/** The import that a delivery is about; it stays when its rows are deleted. */
export async function requireImport(
  { imports }: Pick<Store, 'imports'>,
  teamId: string,
  { importId }: { importId: string },
): Promise<Import> {
  const run = await imports.byId(teamId, importId);
  if (!run) throw new Error('An import vanished');
  return run;
}
