import { RemoteRefusal, UserError } from '../../errors.ts';
import type { KchatClient } from '../client.ts';
import { read } from '../read.ts';
import { commandAnswer } from './command-answer.ts';
import type { CommandAnswer } from './command-answer.ts';
import type { ManifestCommand } from './manifest.ts';
import { required } from './permission.ts';

/** How servers refuse a trigger: Mattermost with 400, kChat perhaps as a validation error without an id. */
const triggerRefused = new Set([400, 409, 422]);

/**
 * Creates the command under the first of its triggers that no other command has and that the server accepts;
 * Mattermost keeps `/invite` for itself.
 * @throws UserError when no trigger is left, or when the administrator may not create commands.
 */
export async function createUnderFreeTrigger(
  client: KchatClient,
  teamId: string,
  command: ManifestCommand,
  url: string,
  existing: CommandAnswer[],
): Promise<CommandAnswer> {
  const taken = new Set(existing.map(({ trigger }) => trigger.toLowerCase()));
  const triggers = [command.trigger, ...command.fallbackTriggers];
  let lastRefusal: RemoteRefusal | undefined;

  for (const trigger of triggers.filter((one) => !taken.has(one))) {
    try {
      const wanted = { team_id: teamId, method: 'P' as const, trigger, url };
      return await required('create slash commands', () => read(commandAnswer, client.createCommand(wanted)));
    } catch (error) {
      if (!(error instanceof RemoteRefusal) || !triggerRefused.has(error.status)) throw error;
      lastRefusal = error;
    }
  }

  const said = lastRefusal?.description ?? 'other commands have these words already';
  throw new UserError(
    `None of the triggers ${triggers.map((one) => `/${one}`).join(', ')} can be used here (kChat: ${said}). ` +
      'Put a free word among the fallbackTriggers of manifest.json and run register again.',
    { cause: lastRefusal },
  );
}
