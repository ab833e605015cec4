import { z } from 'zod';
import type { ServeConfig } from '../../config.ts';
import { isServed } from '../../database.ts';
import { ok, warning, type Diagnosis } from '../diagnosis.ts';

const timeoutMs = 10_000;
const healthAnswer = z.looseObject({ status: z.literal('ok') });

/**
 * Whether the bot answers at PUBLIC_URL, asked from here: kChat stands elsewhere and may see it differently. Whether a
 * process holds the database tells a bot that is not started from a proxy that does not lead to it.
 */
export async function checkServing(config: ServeConfig, send: typeof fetch): Promise<Diagnosis> {
  const answer = await askHealth(`${config.PUBLIC_URL}/healthz`, send);
  if (answer === 'healthy') return ok('The bot answers at PUBLIC_URL.');
  const said = `GET ${config.PUBLIC_URL}/healthz ${answer}`;
  if (await isServed(config)) {
    return warning(
      `The bot is running, but ${said}.`,
      `Let the reverse proxy pass PUBLIC_URL on to ${config.HOST}:${config.PORT}, and see that no firewall stands between.`,
    );
  }
  return warning(`The bot is not running: ${said}.`, 'Start it with "npm start" and run the doctor again.');
}

/** @returns `healthy`, or the end of a sentence that says what came instead. */
async function askHealth(url: string, send: typeof fetch): Promise<string> {
  try {
    // A redirect would not do: kChat's POST does not survive it.
    const response = await send(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    if (response.status !== 200) return `is answered with ${response.status}`;
    const isOurs = healthAnswer.safeParse(await response.json().catch(() => undefined)).success;
    return isOurs ? 'healthy' : 'is answered by another program';
  } catch {
    return 'is not answered';
  }
}
