import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { send, type Answer } from './http/answer.ts';
import type { Exchange } from './http/exchange.ts';

/** A way to fail, to be switched on for some requests of one service. */
export const faultSchema = z.strictObject({
  service: z.enum(['kchat', 'infomaniak']),
  method: z.string().toUpperCase().optional(),
  /** Regular expression, tried against the path without the query. */
  path: z.string().optional(),
  mode: z.enum(['status', 'html', 'hang', 'reset', 'wrong_json', 'slow']),
  /** For `status` and `html`. */
  status: z.int().min(400).max(599).optional(),
  /** `after`: the work is done, then the fault. */
  when: z.enum(['before', 'after']),
  /** How many requests fail; without it all do until the faults are cleared. */
  times: z.int().min(1).optional(),
  /** Seconds, sent as `Retry-After`. */
  retryAfter: z.int().min(0).optional(),
  /** For `slow`, milliseconds. */
  delayMs: z.int().min(0).default(3000),
});

export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

export interface Faults {
  add(fault: FaultInput): void;
  clear(): void;
  /** Those that were to hit some requests, and have not hit all of them. */
  unused(): Fault[];
  /** The fault that hits this request now, counted as used. */
  take(exchange: Exchange, when: Fault['when']): Fault | undefined;
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    add: (input) => {
      const fault = faultSchema.parse(input);
      active.push({ fault, left: fault.times ?? Infinity });
    },
    clear: () => {
      active = [];
    },
    unused: () => active.filter(({ left }) => left > 0 && left < Infinity).map(({ fault }) => fault),
    take: (exchange, when) => {
      const hit = active.find(({ fault, left }) => left > 0 && fault.when === when && matches(fault, exchange));
      if (!hit) return undefined;
      hit.left -= 1;
      return hit.fault;
    },
  };
}

function matches(fault: Fault, exchange: Exchange): boolean {
  return (
    fault.service === exchange.service &&
    (fault.method ?? exchange.method) === exchange.method &&
    new RegExp(fault.path ?? '').test(exchange.path)
  );
}

/**
 * Lets a fault happen.
 * @param errorBody how the service words an error of this status
 * @returns whether the request is finished with; `slow` only delays it
 */
export async function inflict(
  fault: Fault,
  response: ServerResponse,
  errorBody: (status: number) => unknown,
): Promise<boolean> {
  switch (fault.mode) {
    case 'slow':
      await delay(fault.delayMs);
      return false;
    case 'hang':
      return true;
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    default:
      sendBroken(fault, response, errorBody);
      return true;
  }
}

function sendBroken(fault: Fault, response: ServerResponse, errorBody: (status: number) => unknown): void {
  const answer = brokenAnswer(fault, errorBody);
  const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  send(response, { ...answer, headers: { ...answer.headers, ...retryAfter } });
}

function brokenAnswer(fault: Fault, errorBody: (status: number) => unknown): Answer {
  switch (fault.mode) {
    case 'html':
      return { status: fault.status ?? 502, html: '<html><body><h1>Bad Gateway</h1></body></html>' };
    case 'wrong_json':
      return { status: 200, text: '{"result":"success","data":{', headers: { 'content-type': 'application/json' } };
    default:
      return { status: fault.status ?? 500, json: errorBody(fault.status ?? 500) };
  }
}
