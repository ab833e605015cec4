import Database from 'better-sqlite3';
import { onTestFinished, vi } from 'vitest';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../../support/temporary-store.ts';

/**
 * How SQLite goes about what `ask` asks last, step by step.
 * @param values what it is asked with, where an index holds only some of the rows; otherwise anything does.
 */
export async function planOf(
  ask: (store: TemporaryStore) => Promise<unknown>,
  values?: readonly string[],
): Promise<string[]> {
  const store = await openTemporaryStore(new FakeClock());
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  onTestFinished(() => {
    prepare.mockRestore();
  });
  await ask(store);
  const asked = prepare.mock.calls.at(-1)?.[0] ?? '';
  const database = new Database(store.path, { readonly: true });
  onTestFinished(() => void database.close());
  const anything = Array.from(asked.matchAll(/\?/g), () => 'x');
  const plan = database.prepare(`explain query plan ${asked}`).all(...(values ?? anything)) as { detail: string }[];
  return plan.map(({ detail }) => detail);
}

/** Those of its steps that read a table or an index. */
export function readingSteps(plan: readonly string[]): string[] {
  return plan.filter((step) => /SEARCH|SCAN/.test(step));
}
