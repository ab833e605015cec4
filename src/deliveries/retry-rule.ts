import { DatabaseUnavailableError, RemoteRefusal, RemoteSilence } from '../errors.ts';

/** Times in milliseconds. */
export interface RetryRule {
  baseMs: number;
  capMs: number;
  maxAttempts: number;
}

/** Messages and memberships in kChat: an outage over a long weekend loses nothing. */
export const patientRetry: RetryRule = { baseMs: 1_000, capMs: 30 * 60_000, maxAttempts: 200 };

/** A person waits for the answer: about half an hour, then the truth. */
export const provisioningRetry: RetryRule = { baseMs: 2_000, capMs: 5 * 60_000, maxAttempts: 13 };

/** Somebody has just arrived; what is not seen within some minutes is left to the polls. */
export const hastyRetry: RetryRule = { baseMs: 1_000, capMs: 60_000, maxAttempts: 10 };

/** A folder that is away may come back; whoever looks after the program hears of it within half an hour. */
export const backupRetry: RetryRule = { baseMs: 60_000, capMs: 10 * 60_000, maxAttempts: 5 };

/** The next tick does the same work anyway. */
export const neverRetry: RetryRule = { baseMs: 0, capMs: 0, maxAttempts: 1 };

/**
 * A 403 is worth a few more tries: a bot's first post into a fresh direct channel can be refused for a moment
 * (mattermost-observed, "What a bot of member rank may do"), and rights are sometimes granted late.
 */
const maxForbidden = 6;

const passingStatuses = new Set([401, 408, 425, 429]);

/**
 * When to try again after a failed attempt.
 * @param attempts how often it was tried, the failed one included.
 * @param random a number from 0 to 1; half of the delay is left to chance, so that a crowd spreads out.
 * @returns the delay in milliseconds, or undefined when trying again is pointless.
 */
export function retryDelay(rule: RetryRule, attempts: number, error: unknown, random: number): number | undefined {
  if (attempts >= rule.maxAttempts || isFinal(error, attempts)) return undefined;
  const backoff = Math.min(rule.capMs, rule.baseMs * 2 ** (attempts - 1));
  const jittered = backoff / 2 + (backoff / 2) * random;
  const asked = error instanceof RemoteRefusal ? (error.retryAfterMs ?? 0) : 0;
  return Math.round(Math.max(jittered, asked));
}

function isFinal(error: unknown, attempts: number): boolean {
  if (error instanceof RemoteSilence || error instanceof DatabaseUnavailableError) return false;
  if (!(error instanceof RemoteRefusal)) return attempts >= 5;
  if (error.status === 403) return attempts >= maxForbidden;
  return error.status < 500 && !passingStatuses.has(error.status);
}
