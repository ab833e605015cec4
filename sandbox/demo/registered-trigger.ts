import { z } from 'zod';
import type { Sandbox } from '../start.ts';

const commands = z.array(z.object({ trigger: z.string() }));

/** The word the bot's command really got, as kChat tells it: `invite` itself is taken. */
export async function registeredTrigger(sandbox: Sandbox): Promise<string | undefined> {
  const response = await fetch(`${sandbox.kchatUrl}/api/v4/commands?team_id=${sandbox.teamId}&custom_only=true`, {
    headers: { authorization: `Bearer ${sandbox.tokens.admin}` },
  });
  return commands.parse(await response.json())[0]?.trigger;
}
