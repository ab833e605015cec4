import type { KchatClient } from '../client.ts';
import { read } from '../read.ts';
import { commandAnswer, commandsAnswer, findOurs, wantedFields } from './command-answer.ts';
import type { Manifest, ManifestCommand } from './manifest.ts';
import { createUnderFreeTrigger } from './new-command.ts';
import { required } from './permission.ts';
import type { Notes, RegisteredCommand } from './report.ts';

export interface CommandPlace {
  teamId: string;
  /** Where kChat reaches this program. */
  publicUrl: string;
  /** SHA-256 in hex of the command tokens that earlier registrations stored. */
  tokenHashes: readonly string[];
}

/**
 * Makes a slash command of the manifest exist and look as it should.
 * @throws UserError when the administrator may not do that, or when no trigger is free.
 */
export async function ensureCommand(
  client: KchatClient,
  { teamId, publicUrl, tokenHashes }: CommandPlace,
  command: ManifestCommand,
  bot: Manifest['bot'],
  notes: Notes,
): Promise<RegisteredCommand> {
  const url = publicUrl.replace(/\/+$/, '') + command.path;
  const existing = await required('see slash commands', () =>
    read(commandsAnswer, client.getCustomTeamCommands(teamId)),
  );

  let ours = findOurs(existing, command.path, url, tokenHashes);
  if (!ours) {
    ours = await createUnderFreeTrigger(client, teamId, command, url, existing);
    notes.done.push(`Created the command /${ours.trigger}.`);
  }

  const current = ours;
  const wanted = wantedFields(command, bot, url);
  if (Object.entries(wanted).every(([field, value]) => current[field] === value)) {
    notes.unchanged.push(`The command /${current.trigger} is as the manifest says.`);
  } else {
    await required('change slash commands', () => read(commandAnswer, client.editCommand({ ...current, ...wanted })));
    notes.done.push(`Set the title, help and address of the command /${current.trigger}.`);
  }

  if (current.token === '') {
    notes.byHand.push(
      `kChat hides the token of /${current.trigger}. Copy it from New > Integrations > Slash commands to KCHAT_COMMAND_TOKENS.`,
    );
  }
  return { id: current.id, trigger: current.trigger, token: current.token };
}
