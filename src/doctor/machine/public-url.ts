import type { ServeConfig } from '../../config.ts';
import { failure, ok, warning, type Diagnosis } from '../diagnosis.ts';

/** Whether kChat could use the address at all; whether somebody answers there is another question. */
export function checkPublicUrl({ PUBLIC_URL, KCHAT_URL }: ServeConfig): Diagnosis {
  const isLocal = isLoopback(PUBLIC_URL);
  if (isLocal && !isLoopback(KCHAT_URL)) {
    return failure(
      `PUBLIC_URL (${PUBLIC_URL}) is this machine’s own address, which kChat can’t reach.`,
      'Set PUBLIC_URL to the address under which a reverse proxy offers the bot to the internet.',
    );
  }
  if (!isLocal && new URL(PUBLIC_URL).protocol !== 'https:') {
    return warning(
      `PUBLIC_URL (${PUBLIC_URL}) is not encrypted: command tokens and addresses travel in the clear.`,
      'Let a reverse proxy with TLS stand before the bot, set PUBLIC_URL to https://, and run register again.',
    );
  }
  return ok(`PUBLIC_URL is ${PUBLIC_URL}.`);
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
