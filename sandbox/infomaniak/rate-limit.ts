import { json, Refusal } from '../http/answer.ts';
import type { World } from '../world.ts';

const minute = 60_000;

/**
 * Infomaniak: 60 requests a minute; reference/infomaniak-api.md section 2.4. Counted here per token over a sliding window.
 * @throws Refusal 429 with `Retry-After` in seconds
 */
export function requireBudget(world: World): void {
  const { provider } = world;
  const now = world.now();
  provider.recentRequests = provider.recentRequests.filter((at) => at > now - minute);
  const oldest = provider.recentRequests[0];
  if (oldest === undefined || provider.recentRequests.length < provider.ratePerMinute) {
    provider.recentRequests.push(now);
    return;
  }
  const headers = { 'retry-after': String(Math.max(1, Math.ceil((oldest + minute - now) / 1000))) };
  const error = { code: 'too_many_requests', description: 'Too many requests.' };
  throw new Refusal({ ...json({ result: 'error', error }, 429), headers });
}
