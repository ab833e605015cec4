import type { Store, StoreQueries } from './ports/store.ts';

/**
 * The store as those see it who look at both worlds after a restore. What they find may have happened before, in the
 * time that the database does not know, and was told then: whatever they owe for it counts as tried since the copy was
 * made, so that each message is looked for before it is sent.
 */
export function oweAsTried(store: Store, copiedAt: number): Store {
  return {
    ...asTried(store, copiedAt),
    transaction: (work) => store.transaction((queries) => work(asTried(queries, copiedAt))),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

function asTried(queries: StoreQueries, triedSince: number): StoreQueries {
  const { deliveries } = queries;
  return {
    ...queries,
    deliveries: { ...deliveries, enqueue: (delivery) => deliveries.enqueue({ ...delivery, triedSince }) },
  };
}
