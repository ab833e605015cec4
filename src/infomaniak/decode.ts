import { z } from 'zod';
import { unreadableAnswer } from './silence.ts';

/**
 * Checks the data of a successful answer. The failed check itself is not kept: it could quote the answer.
 * @throws RemoteSilence (`unreadable_answer`) when the data are not what the route promises
 */
export function decode<T>(schema: z.ZodType<T>, data: unknown, operation: string): T {
  const checked = schema.safeParse(data);
  if (!checked.success) throw unreadableAnswer(operation);
  return checked.data;
}

/** A list; one bare object counts as a list of one. Infomaniak: the user list is described so, and really is an array. */
export function decodeList<T>(schema: z.ZodType<T>, data: unknown, operation: string): T[] {
  return decode(z.array(schema), Array.isArray(data) ? data : [data], operation);
}
