import type { Stage } from '../../test/support/stage.ts';

const samples = 30;

/** What opening a direct channel and posting into it takes by themselves, in milliseconds: nobody welcomes faster. */
export async function ownReplyMs({ sandbox }: Stage): Promise<number[]> {
  const [pat, max] = ['pat.keller', 'max.muster'].map((name) =>
    [...sandbox.world.kchat.people.values()].find(({ username }) => username === name),
  );
  if (!pat || !max) throw new Error('The sandbox lacks its people');
  const send = async (path: string, body: unknown) => {
    const response = await fetch(`${sandbox.kchatUrl}/api/v4${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.tokens.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { id: string };
  };
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const from = performance.now();
    const { id } = await send('/channels/direct', [pat.id, max.id]);
    await send('/posts', { channel_id: id, message: 'Hello' });
    times.push(performance.now() - from);
  }
  return times;
}
