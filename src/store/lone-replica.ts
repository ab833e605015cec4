import { randomUUID } from 'node:crypto';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { Leading, ReplicaHooks, Replicas } from '../ports/replicas.ts';

/** The one process that owns a SQLite file (single-process-lock.ts): it leads, and hears what it tells itself. */
export function createLoneReplica(deliveries: Pick<DeliveryStore, 'releaseAll'>): Replicas {
  let hooks: ReplicaHooks | undefined;
  let leading: Leading | undefined;
  return {
    holder: randomUUID(),
    join: async (given) => {
      // Whatever lease is there is a dead process's.
      await deliveries.releaseAll();
      hooks = given;
      leading = given.lead();
    },
    isPresent: () => true,
    tell: (news) => {
      hooks?.onNews(news);
    },
    resign: async () => {
      await leading?.stop();
      leading = undefined;
    },
    leave: () => Promise.resolve(),
  };
}
