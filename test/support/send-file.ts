import type { Sandbox } from '../../sandbox/start.ts';
import { until } from './until.ts';

/** Somebody, an administrator unless told otherwise, sends a file to the bot in a direct message. */
export async function sendFile(
  { kchatUrl, world, tokens }: Sandbox,
  name: string,
  content: string,
  token = tokens.admin,
): Promise<void> {
  const bot = [...world.kchat.people.values()].find(({ username }) => username === 'euria-welcome');
  const ask = async (path: string, body: object) => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${kchatUrl}/api/v4${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        // A kept connection may be closed by the sandbox at the moment it is used again.
        connection: 'close',
        ...(!isForm && { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as { id: string; file_infos: { id: string }[] };
    return { ...answer, isDone: response.ok };
  };
  const { id: channel } = await ask('/channels/direct', [world.kchat.tokens.get(token), bot?.id]);
  const form = new FormData();
  form.append('channel_id', channel);
  form.append('files', new Blob([content]), name);
  const { file_infos: files } = await ask('/files', form);
  const post = { channel_id: channel, message: '', file_ids: files.map(({ id }) => id) };
  // A fresh direct channel of Mattermost refuses posts for a moment.
  await until('the direct channel to take posts', async () => (await ask('/posts', post)).isDone);
}
