import type { Config } from './config.ts';
import { hashToken } from './http/command-tokens.ts';
import type { RegisteredCommand, RegistrationStore } from './ports/registration-store.ts';
import { unseal } from './seal.ts';

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

export async function readRegistered({ registrations }: Registrations, config: Needed): Promise<Registered> {
  const team = await registrations.team(config.KCHAT_TEAM);
  const commands = team ? await registrations.commands(team.id) : [];
  const sealed = team?.sealedBotToken;
  const stored = sealed && config.SECRET_KEY ? unseal(config.SECRET_KEY, botTokenPurpose, sealed) : undefined;
  return {
    botToken: config.KCHAT_BOT_TOKEN ?? stored,
    commandTokenHashes: [...config.KCHAT_COMMAND_TOKENS.map(hashToken), ...commands.map(({ tokenHash }) => tokenHash)],
    commands,
  };
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
