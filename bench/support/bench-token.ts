import { hashToken } from '../../src/http/command-tokens.ts';

/** What the bare servers take for a command's token, or sign with. No server but theirs knows it. */
export const benchToken = 'a-token-for-measuring-only';
export const benchTokenHash = hashToken(benchToken);
