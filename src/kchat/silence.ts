import { RemoteSilence } from '../errors.ts';
import type { RemoteSilenceDetails } from '../errors.ts';
import { AnswerTooLong } from '../read-limited.ts';

/** Failures before a connection stood, so that surely nothing was sent: no name, no route, no listener, no trust. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** The error for a request that brought no answer. `connection_failed` is claimed only when nothing can have been sent. */
export function silence(operation: string, error: unknown): RemoteSilence {
  return new RemoteSilence({ service: 'kChat', operation, reason: reasonOf(error) }, { cause: error });
}

/** The error for an answer that came and cannot be understood. */
export function unreadable(operation: string, cause: unknown): RemoteSilence {
  return new RemoteSilence({ service: 'kChat', operation, reason: 'unreadable_answer' }, { cause });
}

function reasonOf(error: unknown): RemoteSilenceDetails['reason'] {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timeout';
  if (error instanceof AnswerTooLong) return 'unreadable_answer';
  const code = errorCode(error) ?? errorCode(error instanceof Error ? error.cause : undefined);
  return code !== undefined && beforeSending.has(code) ? 'connection_failed' : 'connection_lost';
}

function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
