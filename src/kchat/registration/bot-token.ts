import { z } from 'zod';
import { RemoteRefusal } from '../../errors.ts';
import { userAnswer } from '../answers.ts';
import { read } from '../read.ts';
import type { RegistrationClient } from './client.ts';
import { orByHand } from './permission.ts';
import type { Notes } from './report.ts';

const tokenAnswer = z.looseObject({ token: z.string().min(1) }).describe('an access token');

export interface Bot {
  id: string;
  username: string;
}

/**
 * Keeps the stored token when it answers as this bot, else makes a new one.
 * @returns `undefined` when the server lets nobody make one this way; the report then says how to do it by hand.
 * @throws RemoteError when it cannot be told whether the stored token works: a needless second token would be worse.
 */
export async function ensureBotToken(
  { client, withToken }: RegistrationClient,
  bot: Bot,
  stored: string | undefined,
  notes: Notes,
): Promise<string | undefined> {
  if (stored !== undefined && (await ownerOf(withToken(stored))) === bot.id) {
    notes.unchanged.push(`The stored token of @${bot.username} still works.`);
    return stored;
  }
  let token: string | undefined;
  // kChat does not publish this route, though its own web form uses it (kChat: section 1).
  const advice =
    `Create a token for @${bot.username} in kChat under New > Integrations > Bot accounts ` +
    'and give it to this program as KCHAT_BOT_TOKEN.';
  await orByHand(advice, notes.byHand, async () => {
    token = (await read(tokenAnswer, client.createUserAccessToken(bot.id, 'kchat-invite'))).token;
    notes.done.push(`Made a new token for @${bot.username}.`);
  });
  return token;
}

async function ownerOf(client: RegistrationClient['client']): Promise<string | undefined> {
  try {
    return (await read(userAnswer, client.getMe())).id;
  } catch (error) {
    if (error instanceof RemoteRefusal && (error.status === 401 || error.status === 403)) return undefined;
    throw error;
  }
}
