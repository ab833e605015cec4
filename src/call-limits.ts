import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { teamShare, type CallLimits } from './ports/call-limits.ts';

const windowSeconds = 60;

/**
 * Limits of this process, forgotten when it ends: what they keep from is a flood, and a restart takes longer than any.
 * @param perMinute for one person; 0: no limit.
 */
export function createCallLimits(perMinute: number): CallLimits {
  if (perMinute === 0) return { take: () => Promise.resolve(0) };
  const person = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
  const team = new RateLimiterMemory({ points: perMinute * teamShare, duration: windowSeconds });
  return {
    take: async (userId) => {
      try {
        // The person first: whoever floods uses up their own share of the team's, and no more.
        await person.consume(userId);
        await team.consume('team');
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
        throw refused;
      }
    },
  };
}
