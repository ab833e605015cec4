import { RemoteSilence, type RemoteSilenceDetails } from '../errors.ts';
import { AnswerTooLong } from '../read-limited.ts';

/** The error for an answer that is no answer: not JSON, not an envelope, or not what the route promises. */
export function unreadableAnswer(operation: string): RemoteSilence {
  return silence(operation, 'unreadable_answer');
}

/** The error for a request that never left this machine. */
export function notSent(operation: string): RemoteSilence {
  return silence(operation, 'connection_failed');
}

/**
 * The error for a request that broke off.
 * @param error what `fetch` threw. Only its code is kept: messages of the HTTP layer may quote the address or a header.
 */
export function brokenOff(operation: string, timedOut: boolean, error: unknown): RemoteSilence {
  if (error instanceof AnswerTooLong) return unreadableAnswer(operation);
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const reason = nothingWasSent(cause) ? 'connection_failed' : 'connection_lost';
  return silence(operation, timedOut ? 'timeout' : reason, codeOf(cause));
}

function silence(operation: string, reason: RemoteSilenceDetails['reason'], code?: string): RemoteSilence {
  const details = { service: 'Infomaniak', operation, reason } as const;
  return code === undefined ? new RemoteSilence(details) : new RemoteSilence(details, { cause: new Error(code) });
}

/** True only when it is certain: name resolution or connecting failed, for each address that was tried. */
function nothingWasSent(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.every(nothingWasSent);
  const { syscall } = cause as { syscall?: unknown };
  return syscall === 'connect' || syscall === 'getaddrinfo' || codeOf(cause) === 'UND_ERR_CONNECT_TIMEOUT';
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
