import { LRUCache } from 'lru-cache';
import type { Hint } from '../../ports/realtime.ts';

/** Copies of one event arrive together; a later event of the same kind is news. */
const togetherMs = 2_000;

/**
 * kChat sends one event on several channels (kChat: section 3). What was heard on one is a repeat on another; on the same
 * channel it happened again.
 */
export function createRepeatFilter() {
  const firstHeardOn = new LRUCache<string, string>({ max: 1_000, ttl: togetherMs });
  return (event: string, hint: Hint, channel: string | undefined): boolean => {
    if (channel === undefined) return false;
    const key = JSON.stringify([event, hint]);
    const first = firstHeardOn.get(key);
    if (first === undefined) firstHeardOn.set(key, channel);
    return first !== undefined && first !== channel;
  };
}
