import type { Store, StoreQueries } from '../../src/ports/store.ts';

type HeldWork = (queries: StoreQueries, untilLetGo: () => Promise<void>) => Promise<void>;

/**
 * A transaction that is under way and waits, once this resolves, until it is let go.
 * @param work what it does before and after; nothing by default.
 */
export async function holdTransaction(
  store: Pick<Store, 'transaction'>,
  work: HeldWork = (_queries, untilLetGo) => untilLetGo(),
): Promise<{ letGo: () => void; ended: Promise<void> }> {
  const waiting = Promise.withResolvers<undefined>();
  const hold = Promise.withResolvers<undefined>();
  const ended = store.transaction((queries) =>
    work(queries, async () => {
      waiting.resolve(undefined);
      await hold.promise;
    }),
  );
  // One that fails before it waits is no reason to wait for it.
  await Promise.race([waiting.promise, ended]);
  return {
    letGo: () => {
      hold.resolve(undefined);
    },
    ended,
  };
}
