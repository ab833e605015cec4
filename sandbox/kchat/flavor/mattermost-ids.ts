import { randomBytes } from 'node:crypto';
import type { Ids } from './flavor.ts';

/** The letters and digits of Mattermost's ids: base 32 without those that are easily confused or make words. */
const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** Mattermost: everything, tokens too, has 26 characters; whatever is no word of letters and digits finds no route. */
export const mattermostIds: Ids = {
  newId,
  newPostId: newId,
  newToken: newId,
  isId: (text) => /^[A-Za-z0-9]+$/.test(text),
};

function newId(): string {
  return Array.from(randomBytes(26), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
