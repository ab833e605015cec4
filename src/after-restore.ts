import type { Logger } from 'pino';
import type { Dependencies } from './invitations/dependencies.ts';
import type { Store, StoreQueries } from './ports/store.ts';

/**
 * The store as the worker sees it after a restore. What its looks find and what its deliveries lead to may have happened
 * before, in the time that the database does not know, and was told then: whatever is owed for it counts as tried since
 * the copy was made, so that each message is looked for before it is sent. What people ask for from now on is new.
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

/** In a restored database, what is found is looked for before it is told. */
export function lookAfterRestore(deps: Dependencies, log: Logger): Dependencies {
  const { restoredFrom } = deps.settings;
  if (restoredFrom === undefined) return deps;
  log.warn(
    { copiedAt: new Date(restoredFrom).toISOString() },
    'this database is a copy; what was done after it was made is looked for before it is done again',
  );
  return { ...deps, store: oweAsTried(deps.store, restoredFrom) };
}
