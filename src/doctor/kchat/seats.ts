import { z } from 'zod';
import { isRemoteError } from '../../errors.ts';
import { ok, skipped, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** Of the counters in kChat's limits and usage the one of full members (kChat: section 8). */
const countersAnswer = z.looseObject({ members: z.int() });

/** How many more members fit. Infomaniak's API does not tell, and kChat only on routes that it does not publish. */
export async function checkSeats({ ask }: Bot): Promise<Diagnosis> {
  const [limit, used] = await Promise.all([members(ask('get', '/cloud/limits')), members(ask('get', '/usage'))]);
  if (limit === undefined || used === undefined || limit < 0) {
    return skipped('Free seats can’t be read here; when none is left, the inviter is told so.');
  }
  const free = Math.max(0, limit - used);
  if (free > 0) return ok(`${free} of ${limit} seats are free.`);
  return warning(
    `None of the ${limit} seats is free, so invitations will be refused.`,
    'Buy seats or remove somebody in the Infomaniak Manager.',
  );
}

async function members(answer: Promise<unknown>): Promise<number | undefined> {
  try {
    return countersAnswer.safeParse(await answer).data?.members;
  } catch (error) {
    if (isRemoteError(error)) return undefined;
    throw error;
  }
}
