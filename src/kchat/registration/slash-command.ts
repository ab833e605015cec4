import { z } from 'zod';
import type { KchatClient } from '../client.ts';
import { read } from '../read.ts';
import { commandAnswer, commandsAnswer, findOurs, wantedFields, type CommandAnswer } from './command-answer.ts';
import type { Manifest, ManifestCommand } from './manifest.ts';
import { createUnderFreeTrigger } from './new-command.ts';
import { required } from './permission.ts';
import type { Notes, RegisteredCommand } from './report.ts';

const tokenAnswer = z.looseObject({ token: z.string().min(1) }).describe('a command token');

export interface CommandPlace {
  teamId: string;
  /** Where kChat reaches this program. */
  publicUrl: string;
  /** SHA-256 in hex of the command tokens that earlier registrations stored. */
  tokenHashes: readonly string[];
  /** A command that is there already gets a new token. */
  renewsTokens?: boolean | undefined;
}

/**
 * Makes a slash command of the manifest exist and look as it should.
 * @throws UserError when the administrator may not do that, or when no trigger is free.
 */
export async function ensureCommand(
  client: KchatClient,
  { teamId, publicUrl, tokenHashes, renewsTokens = false }: CommandPlace,
  command: ManifestCommand,
  bot: Manifest['bot'],
  notes: Notes,
): Promise<RegisteredCommand> {
  const url = publicUrl.replace(/\/+$/, '') + command.path;
  const existing = await required('see slash commands', () =>
    read(commandsAnswer, client.getCustomTeamCommands(teamId)),
  );

  let ours = findOurs(existing, command.path, url, tokenHashes);
  const isOld = ours !== undefined;
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

  // Last of all: from here on kChat sends the new token, and the sooner it is stored the better.
  const token = isOld && renewsTokens ? await renewToken(client, current, notes) : current.token;
  if (token === '') {
    notes.byHand.push(
      `kChat hides the token of /${current.trigger}. Copy it from New > Integrations > Slash commands to KCHAT_COMMAND_TOKENS.`,
    );
  }
  return { id: current.id, trigger: current.trigger, token };
}

async function renewToken(client: KchatClient, { id, trigger }: CommandAnswer, notes: Notes): Promise<string> {
  const { token } = await required('change slash commands', () => read(tokenAnswer, client.regenCommandToken(id)));
  notes.done.push(`Gave the command /${trigger} a new token.`);
  return token;
}
