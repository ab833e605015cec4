import type { World } from '../../world.ts';
import type { Command } from '../documents.ts';
import { readReply, type Reply } from './reply.ts';

/** How long a command's server may take, in milliseconds; Mattermost's 30 s. */
const timeout = 30_000;

/**
 * Calls the address of a slash command.
 * @returns `undefined` when it gave no answer that counts: not 200, broken JSON, no connection, too late
 */
export async function callCommand(world: World, command: Command, form: URLSearchParams): Promise<Reply | undefined> {
  const post = command.method === 'P';
  try {
    const response = await fetch(post ? command.url : `${command.url}?${form.toString()}`, {
      method: post ? 'POST' : 'GET',
      headers: { Authorization: `Token ${command.token}`, Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      ...(post && { body: form }),
    });
    const body = await response.text();
    if (response.status !== 200) return undefined;
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    // Plain text and even HTML count as a private reply.
    return isJson ? readReply(world, command, JSON.parse(body)) : { response_type: 'ephemeral', text: body };
  } catch {
    return undefined;
  }
}
