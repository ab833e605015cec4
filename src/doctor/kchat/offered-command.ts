import { z } from 'zod';
import type { ManifestCommand } from '../../kchat/registration/manifest.ts';
import { read } from '../../kchat/read.ts';
import type { ChatTeam } from '../../ports/chat.ts';
import type { Registered } from '../../registered.ts';
import { failure, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** What kChat offers while somebody types; the server's own commands have no id, and no address is shown. */
const offeredAnswer = z
  .array(
    z.looseObject({
      id: z
        .string()
        .nullish()
        .transform((id) => id ?? ''),
      trigger: z.string(),
    }),
  )
  .describe('the commands that are offered');

/** What anybody in the team can see of a slash command: that its word is offered. */
export async function checkOfferedCommand(
  { bot, team, registered }: { bot: Bot; team: ChatTeam; registered: Registered },
  { trigger: firstTrigger, fallbackTriggers }: ManifestCommand,
): Promise<Diagnosis> {
  const offered = await read(offeredAnswer, bot.ask('get', `/teams/${team.id}/commands/autocomplete`));
  const stored = registered.commands.map(({ trigger }) => trigger);
  const triggers = stored.length > 0 ? stored : [firstTrigger, ...fallbackTriggers];
  const found = offered.find(({ id, trigger }) => id !== '' && triggers.includes(trigger));
  if (!found) {
    const words = triggers.map((trigger) => `/${trigger}`).join(', ');
    return failure(`kChat offers no command ${words}.`, 'Run "npm run register".');
  }
  return warning(
    `/${found.trigger} exists; where it leads, the bot may not see.`,
    'Give the doctor KCHAT_ADMIN_TOKEN once, and it can tell.',
  );
}
