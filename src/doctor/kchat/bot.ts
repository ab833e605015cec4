import { RemoteRefusal } from '../../errors.ts';
import { createChat } from '../../kchat/chat.ts';
import { KchatClient } from '../../kchat/client.ts';
import { createHttp } from '../../kchat/http.ts';
import { operationOf } from '../../kchat/operation.ts';
import type { Chat, ChatUser } from '../../ports/chat.ts';
import { registrationProblems, type Registered } from '../../registered.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import type { KchatServer } from './server.ts';

/** kChat with the bot's token: as the product uses it, as its client offers it, and for routes that neither knows. */
export interface Bot {
  user: ChatUser;
  chat: Chat;
  client: KchatClient;
  /** Sends to a path below `/api/v4` and returns what the JSON holds. */
  ask: (method: 'get' | 'post', path: string, body?: object) => Promise<unknown>;
}

/** Whether kChat accepts the bot's token. */
export async function checkBotToken(server: KchatServer, registered: Registered): Promise<Diagnosis<Bot>> {
  const { botToken: token } = registered;
  if (token === undefined) {
    const [problem = ''] = registrationProblems(registered);
    return failure('There is no token for the bot.', problem);
  }
  const options = { url: server.url, token, fetch: server.fetch };
  const chat = createChat(options);
  try {
    const user = await chat.identify();
    const bot = { user, chat, client: new KchatClient(options), ask: asker(options) };
    return ok(user.isBot ? `The token is @${user.username}’s.` : 'kChat accepts the token.', bot);
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || ![401, 403].includes(error.status)) throw error;
    return failure(
      `kChat does not accept the bot’s token (${error.status}).`,
      'Run "npm run register", which makes a new one, or set KCHAT_BOT_TOKEN.',
    );
  }
}

function asker({
  url: origin,
  token,
  fetch,
}: {
  url: string;
  token: string;
  fetch: typeof globalThis.fetch;
}): Bot['ask'] {
  const http = createHttp({ fetch });
  return async (method, path, body) => {
    const url = `${origin}/api/v4${path}`;
    const request = { method, url, operation: operationOf(method, url), token };
    const answer = await http(body === undefined ? request : { ...request, body: JSON.stringify(body) });
    try {
      return JSON.parse(answer) as unknown;
    } catch {
      return undefined;
    }
  };
}
