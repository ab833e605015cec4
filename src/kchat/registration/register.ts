import { UserError } from '../../errors.ts';
import { teamAnswer } from '../answers.ts';
import { lookUp, read } from '../read.ts';
import { ensureBotAccount } from './bot-account.ts';
import { ensureChannelMember, ensureRoles, ensureTeamMember } from './bot-place.ts';
import { ensureBotToken } from './bot-token.ts';
import type { RegistrationClient } from './client.ts';
import type { Manifest } from './manifest.ts';
import { required } from './permission.ts';
import type { Notes, RegisteredCommand, RegistrationReport } from './report.ts';
import { ensureCommand } from './slash-command.ts';

export interface RegisterOptions {
  admin: RegistrationClient;
  /** Team name, as in the address. */
  team: string;
  /** Where kChat reaches this program. */
  publicUrl: string;
  manifest: Manifest;
  /** Names of the channels that get arrival notices. */
  noticeChannels: readonly string[];
  /** What earlier registrations left: the bot's token, and SHA-256 in hex of the command tokens. */
  stored: { botToken?: string | undefined; commandTokenHashes: readonly string[] };
  /** Commands that are there already get new tokens. */
  renewsTokens?: boolean | undefined;
}

/**
 * Brings the bot account and the slash commands in kChat to what the manifest says, by difference: what is right
 * already is not written again, so a second run changes nothing.
 * @throws UserError when a person must do something first; the message says what.
 * @throws RemoteError when kChat fails; running it again continues where it stopped.
 */
export async function register(options: RegisterOptions): Promise<RegistrationReport> {
  const { admin, manifest, stored } = options;
  const { client } = admin;
  const notes: Notes = { done: [], unchanged: [], byHand: [] };

  const teamId = await findTeam(options);
  const bot = { id: await ensureBotAccount(client, manifest.bot, notes), username: manifest.bot.username };
  const botToken = await ensureBotToken(admin, bot, stored.botToken, notes);
  await ensureRoles(client, bot, manifest.rights.botRoles, notes);
  await ensureTeamMember(client, bot, teamId, notes);
  for (const name of options.noticeChannels) await ensureChannelMember(client, bot, teamId, name, notes);

  const commands: RegisteredCommand[] = [];
  const { publicUrl, renewsTokens } = options;
  const place = { teamId, publicUrl, tokenHashes: stored.commandTokenHashes, renewsTokens };
  for (const command of manifest.commands) {
    commands.push(await ensureCommand(client, place, command, manifest.bot, notes));
  }
  return { teamId, botUserId: bot.id, botToken, commands, ...notes };
}

async function findTeam({ admin, team }: RegisterOptions): Promise<string> {
  const found = await required(`see the team ${team}`, () =>
    lookUp(() => read(teamAnswer, admin.client.getTeamByName(team))),
  );
  if (found) return found.id;
  throw new UserError(`kChat knows no team named ${team}. Correct KCHAT_TEAM and run register again.`);
}
