import { hash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';

export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}

/**
 * Says whether a token is one of the valid ones. All are compared, as hashes and in constant time, so that neither
 * the answer's time nor the order tells anything. An empty one never is: a server may hide a token by leaving it blank.
 */
export function isValidToken(token: string, validHashes: readonly string[]): boolean {
  const given = Buffer.from(hashToken(token), 'hex');
  let valid = false;
  for (const hash of validHashes) {
    if (timingSafeEqual(given, Buffer.from(hash, 'hex'))) valid = true;
  }
  return valid && token !== '';
}

/** By the id of a team, the hashes of its tokens. */
export type TokensOfTeams = ReadonlyMap<string, readonly string[]>;

export interface RereadOptions<Tokens> {
  /** What is known already. */
  first: Tokens;
  /** The hashes of the tokens that are valid now. */
  read: () => Promise<Tokens>;
  clock: Clock;
  /** They could not be read; what was known still counts. */
  onError: (error: unknown) => void;
}

/** So long after `register` has stored a new token, and forgotten an old one, at most. Milliseconds. */
const freshMs = 250;

/** The valid tokens as they are stored at the moment, so that they can be changed while the bot serves. */
export function rereadTokens<Tokens>(options: RereadOptions<Tokens>): () => Promise<Tokens> {
  const { first, read, clock, onError } = options;
  let known = first;
  let readAt = clock.now();
  let reading: Promise<void> | undefined;

  const reread = async () => {
    try {
      known = await read();
    } catch (error) {
      onError(error);
    } finally {
      readAt = clock.now();
      reading = undefined;
    }
  };
  return async () => {
    if (clock.now() - readAt >= freshMs) await (reading ??= reread());
    return known;
  };
}
