import { hash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store, StoreQueries } from '../ports/store.ts';
import { interactionTexts } from '../texts/interactions.ts';

/** So long a trigger that was used is known; kChat's own live for seconds (mattermost-observed, "Dialogs"). */
export const triggerMs = 10 * 60_000;

export interface Trigger {
  teamId: string;
  /** As kChat sent it. */
  id: string;
}

/**
 * The store as one command sees it: its first change uses the command's trigger up with it, in the same transaction, so
 * that a request which was recorded changes nothing after a restart or at another process either. What only reads writes
 * nothing.
 */
export function singleUse(store: Store, clock: Clock, { teamId, id }: Trigger): Store {
  let isUsed = false;
  const use = async ({ tickets }: StoreQueries) => {
    // With its team: two servers may give the same id.
    const digest = hash('sha256', JSON.stringify([teamId, id]), 'base64url');
    const isFirst = await tickets.use({ id: `trigger:${digest}`, teamId, expiresAt: clock.now() + triggerMs });
    if (!isFirst) throw new UserError((locale) => interactionTexts[locale].used);
  };
  return {
    ...store,
    transaction: async (work) => {
      const result = await store.transaction(async (queries) => {
        if (!isUsed) await use(queries);
        return work(queries);
      });
      isUsed = true;
      return result;
    },
  };
}
