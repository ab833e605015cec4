import type { Config, SecretKeys } from './config.ts';
import { ConfigurationError } from './errors.ts';
import { hashToken, type TokensOfTeams } from './http/command-tokens.ts';
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

/** The hashes of every valid command token of each team, as they are stored at this moment. */
export async function readCommandTokens(
  { registrations }: { registrations: Pick<RegistrationStore, 'commandTokens'> },
  teams: readonly Pick<Needed, 'KCHAT_TEAM' | 'KCHAT_COMMAND_TOKENS'>[],
): Promise<TokensOfTeams> {
  const given = new Map(teams.map((team) => [team.KCHAT_TEAM, team.KCHAT_COMMAND_TOKENS.map(hashToken)]));
  const tokens = new Map<string, string[]>();
  for (const { teamId, name, tokenHash } of await registrations.commandTokens([...given.keys()])) {
    const known = tokens.get(teamId) ?? given.get(name) ?? [];
    tokens.set(teamId, tokenHash === undefined ? known : [...known, tokenHash]);
  }
  return tokens;
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

/**
 * What a team is owed, and its tokens, are found by both its name and its id. Two servers may have a team of the same id,
 * where one was copied from the other: their rows would be the same ones. And a team that was deleted and made again has
 * another id than the rows of its name.
 * @param names those of the teams that this program serves; another name is one that the team had before.
 * @throws ConfigurationError.
 */
export async function refuseMistaken(
  registrations: Pick<RegistrationStore, 'nameOf' | 'team'>,
  { id, name }: { id: string; name: string },
  names: readonly string[],
): Promise<void> {
  const named = await registrations.team(name);
  if (named && named.id !== id) {
    throw new ConfigurationError([
      `KCHAT_TEAM: the team ${name} is another one than the database knows by this name. Correct KCHAT_URL; if the team was deleted and made again, give it a database of its own (DATABASE_URL), and run "npm run register".`,
    ]);
  }
  const known = await registrations.nameOf(id);
  if (known === undefined || known === name || !names.includes(known)) return;
  throw new ConfigurationError([
    `TEAMS_FILE: the teams ${known} and ${name} have the same id in kChat. Give each a database of its own.`,
  ]);
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
