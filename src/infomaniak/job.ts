import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isRemoteError } from '../errors.ts';
import { toEnvelope, type Envelope } from './envelope.ts';
import { refusal } from './refusal.ts';
import type { ApiRequest, Priority } from './request.ts';
import { unreadableAnswer } from './silence.ts';

export interface JobPolicy {
  /** How often the job is looked at before giving up. */
  reads: number;
  /** Pause before each look, in milliseconds. */
  everyMs: number;
}

export const defaultJobPolicy: JobPolicy = { reads: 5, everyMs: 1000 };

/** What an asynchronous answer's `data` holds is not documented; the job's id is found either bare or in an object. */
const jobIdSchema = z.union([z.uuid(), z.object({ uuid: z.uuid() }).transform((job) => job.uuid)]);

const jobSchema = z.object({ status: z.string(), response: z.unknown().optional(), error: z.unknown().optional() });

/**
 * Waits for a job and returns its result as if it had been the answer.
 * @param ask sends one request through the budget and returns its envelope
 * @param operation the call that was answered with a job: errors name this one, it is what may have happened
 * @throws RemoteRefusal with status 500 when the job failed: as after any 500, some of it may have been done
 * @throws RemoteSilence (`unreadable_answer`) when there is no result after some looks
 */
export async function followJob(
  ask: (request: ApiRequest) => Promise<Envelope>,
  operation: string,
  priority: Priority,
  deferred: Envelope,
  policy: JobPolicy,
): Promise<Envelope> {
  const id = jobIdSchema.safeParse(deferred.data);
  if (!id.success) throw unreadableAnswer(operation);
  const look: ApiRequest = { method: 'GET', route: '/1/async/tasks/{task}', ids: { task: id.data }, priority };

  for (let read = 0; read < policy.reads; read++) {
    await delay(policy.everyMs);
    const job = await readJob(ask, look, operation);
    if (job.status === 'executed') return resultOf(job.response, operation);
    if (job.status === 'failed') throw failureOf(job.error, operation);
  }
  throw unreadableAnswer(operation);
}

async function readJob(ask: (request: ApiRequest) => Promise<Envelope>, look: ApiRequest, operation: string) {
  try {
    return jobSchema.parse((await ask(look)).data);
  } catch (error) {
    // A refused look says nothing about the call itself, so it must not pass for that call's refusal.
    if (isRemoteError(error) || error instanceof z.ZodError) throw unreadableAnswer(operation);
    throw error;
  }
}

/** A job's `response` is untyped: either what the route would have answered, envelope included, or its data alone. */
function resultOf(response: unknown, operation: string): Envelope {
  const envelope = toEnvelope(response);
  if (envelope?.result === 'error') throw refusal(operation, 500, envelope.error);
  return envelope?.result === 'success' ? envelope : { result: 'success', data: response };
}

function failureOf(error: unknown, operation: string) {
  return refusal(operation, 500, toEnvelope({ result: 'error', error })?.error);
}
