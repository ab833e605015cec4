import { expect, test } from 'vitest';
import { runImport } from '../../src/invitations/run-import.ts';
import { TryLater } from '../../src/invitations/try-later.ts';
import type { Import } from '../../src/ports/import-store.ts';
import { openWorld } from '../support/fake-world.ts';

test('an import starts nothing while more of its rows are on their way than it starts at once', async () => {
  const { deps } = await openWorld();
  const asked: number[] = [];
  const imports = {
    ...deps.store.imports,
    // A row that was invited before is being renewed.
    progress: () => Promise.resolve({ total: 9, problems: 0, waiting: 4, underWay: 5, ended: {} }),
    waiting: (_teamId: string, _id: string, limit: number) => {
      asked.push(limit);
      return Promise.resolve([]);
    },
  };
  const run: Import = {
    ...{ id: 'import', teamId: 'team', byId: 'anna', byName: 'Anna', locale: 'fr_FR', trigger: 'kinvite' },
    ...{ state: 'running', createdAt: 1, startedAt: 2, postId: undefined, ending: undefined },
  };
  const mayStart = () => Promise.resolve(true);
  await expect(runImport({ ...deps, store: { ...deps.store, imports } }, run, mayStart)).rejects.toThrow(TryLater);
  expect(asked).toEqual([0]);
});
