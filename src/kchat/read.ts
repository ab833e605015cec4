import type { z } from 'zod';
import { RemoteRefusal } from '../errors.ts';
import { unreadable } from './silence.ts';

/**
 * Waits for an answer and checks its shape.
 * @throws RemoteSilence `unreadable_answer`, which names the schema's description.
 */
export async function read<Value>(schema: z.ZodType<Value>, answer: Promise<unknown>): Promise<Value> {
  const parsed = schema.safeParse(await answer);
  if (parsed.success) return parsed.data;
  throw unreadable(`reading ${schema.description ?? 'an answer'}`, parsed.error);
}

/**
 * Turns "there is no such thing" into `undefined`. A look-up carries nothing but what is looked for, so a refusal as
 * malformed (400, 422) also means that no such thing exists.
 */
export async function lookUp<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RemoteRefusal && meansAbsent(error)) return undefined;
    throw error;
  }
}

/**
 * kChat answers 404 also for a route it does not have, which must not pass for an absent person. Mattermost has all of
 * our routes; its general 404 appears when a name holds characters that no name can have.
 */
function meansAbsent({ status, description = '' }: RemoteRefusal): boolean {
  if (status === 404) return !isKchatsMissingRoute.test(description);
  return status === 400 || status === 422;
}

/** Whether the server has no such route at all, by either server's words. */
export function isMissingRoute({ status, code, description = '' }: RemoteRefusal): boolean {
  return status === 404 && (code === 'api.context.404.app_error' || isKchatsMissingRoute.test(description));
}

const isKchatsMissingRoute = /^The route .* could not be found/s;
