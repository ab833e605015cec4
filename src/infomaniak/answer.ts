import { readEnvelope, type Envelope } from './envelope.ts';
import type { HttpAnswer } from './http.ts';
import { refusal } from './refusal.ts';
import { retryAfterMs } from './retry-after.ts';
import { unreadableAnswer } from './silence.ts';

/** Infomaniak: requests are counted by the minute, so a minute's silence clears any count. */
const pauseWithoutHintMs = 60_000;

/** How long an answer asks everybody to be quiet, in milliseconds; 0 when it does not. */
export function pauseAfter({ status, headers }: HttpAnswer): number {
  const asked = isSuccess(status) ? undefined : retryAfterMs(headers);
  return asked ?? (status === 429 ? pauseWithoutHintMs : 0);
}

/**
 * The envelope of an answer that says yes, now or (`isDeferred`) later. Infomaniak: a success is a 2xx and
 * `result: "success"`, both.
 * @throws RemoteRefusal when it says no, RemoteSilence when it says nothing that can be understood
 */
export function readAnswer(operation: string, answer: HttpAnswer): Envelope {
  const envelope = readEnvelope(answer.body);
  if (!isSuccess(answer.status)) {
    throw refusal(operation, answer.status, envelope?.error, retryAfterMs(answer.headers));
  }
  // `failure` is how older routes say `error`.
  if (envelope?.result === 'error' || envelope?.result === 'failure') {
    throw refusal(operation, answer.status, envelope.error);
  }
  if (envelope?.result !== 'success' && envelope?.result !== 'asynchronous') throw unreadableAnswer(operation);
  return envelope;
}

/** Whether the answer names a job instead of holding the result. */
export function isDeferred(status: number, envelope: Envelope): boolean {
  return status === 202 || envelope.result === 'asynchronous';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
