import type { Config, SecretKeys } from './config.ts';
import { hashToken } from './http/command-tokens.ts';
import type { RegisteredCommand, RegistrationStore } from './ports/registration-store.ts';
import { seal, unseal } from './seal.ts';

/** What a bot token is sealed for; a value from another place does not open as one. */
export const botTokenPurpose = 'kchat bot token';

/** What serving needs beside the configuration: from the environment first, else what `register` stored. */
export interface Registered {
  botToken: string | undefined;
  commandTokenHashes: string[];
  commands: RegisteredCommand[];
}

type Needed = Pick<Config, 'KCHAT_TEAM' | 'KCHAT_BOT_TOKEN' | 'KCHAT_COMMAND_TOKENS' | 'SECRET_KEY'>;

/** The part of the store that is read. */
export interface Registrations {
  registrations: Pick<RegistrationStore, 'team' | 'commands'>;
}

/** The hashes of every valid command token, as they are stored at this moment. */
export async function readCommandTokenHashes(
  { registrations }: Registrations,
  { KCHAT_TEAM, KCHAT_COMMAND_TOKENS }: Pick<Needed, 'KCHAT_TEAM' | 'KCHAT_COMMAND_TOKENS'>,
): Promise<string[]> {
  const team = await registrations.team(KCHAT_TEAM);
  const commands = team ? await registrations.commands(team.id) : [];
  return hashesOf(KCHAT_COMMAND_TOKENS, commands);
}

export async function readRegistered({ registrations }: Registrations, config: Needed): Promise<Registered> {
  const team = await registrations.team(config.KCHAT_TEAM);
  const commands = team ? await registrations.commands(team.id) : [];
  const sealed = team?.sealedBotToken;
  const stored = sealed && config.SECRET_KEY ? unseal(config.SECRET_KEY, botTokenPurpose, sealed) : undefined;
  return {
    botToken: config.KCHAT_BOT_TOKEN ?? stored,
    commandTokenHashes: hashesOf(config.KCHAT_COMMAND_TOKENS, commands),
    commands,
  };
}

/**
 * Seals what is stored with the first of SECRET_KEY's keys, so that an older one can be given up.
 * @returns whether that was necessary.
 */
export async function sealAnew(
  { registrations }: { registrations: Pick<RegistrationStore, 'team' | 'saveTeam'> },
  { KCHAT_TEAM, SECRET_KEY: keys }: Pick<Needed, 'KCHAT_TEAM' | 'SECRET_KEY'>,
): Promise<boolean> {
  const team = await registrations.team(KCHAT_TEAM);
  if (team?.sealedBotToken === undefined || !keys) return false;
  const unsealWith = (some: SecretKeys) => unseal(some, botTokenPurpose, team.sealedBotToken ?? '');
  const token = unsealWith(keys);
  if (token === undefined || unsealWith([keys[0]]) !== undefined) return false;
  await registrations.saveTeam({ ...team, sealedBotToken: seal(keys, botTokenPurpose, token) });
  return true;
}

function hashesOf(given: readonly string[], stored: readonly RegisteredCommand[]): string[] {
  return [...given.map(hashToken), ...stored.map(({ tokenHash }) => tokenHash)];
}

/** One sentence for each thing that is missing; empty when the bot can serve. */
export function registrationProblems({ botToken, commandTokenHashes }: Registered): string[] {
  return [
    botToken === undefined &&
      'KCHAT_BOT_TOKEN is missing, and none is stored that SECRET_KEY opens. Run "npm run register", or set it.',
    commandTokenHashes.length === 0 &&
      'KCHAT_COMMAND_TOKENS is missing, and none is stored. Run "npm run register", or set it.',
  ].filter((problem) => problem !== false);
}
