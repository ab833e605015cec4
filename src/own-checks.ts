import { DatabaseUnavailableError } from './errors.ts';
import type { Replicas } from './ports/replicas.ts';
import type { Store } from './ports/store.ts';

/** What a process needs for itself: a database that answers and, to claim what is owed, that the others know it is there. */
export function ownChecks(store: Pick<Store, 'ping'>, replicas: Pick<Replicas, 'isPresent'>) {
  return {
    database: () => store.ping(),
    work: () =>
      replicas.isPresent()
        ? Promise.resolve()
        : Promise.reject(new DatabaseUnavailableError('There is no session with the database.')),
  };
}
