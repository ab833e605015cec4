import { parseArgs } from 'node:util';
import manifestFile from '../manifest.json' with { type: 'json' };
import { loadRegisterConfigs, type Environment, type RegisterConfig } from './config.ts';
import { chooseTeams } from './config/choose-team.ts';
import { openToRegister } from './database.ts';
import { ConfigurationError, isRemoteError, UserError } from './errors.ts';
import { hashToken } from './http/command-tokens.ts';
import { createRegistrationClient } from './kchat/registration/client.ts';
import { manifestSchema, type Manifest } from './kchat/registration/manifest.ts';
import { register } from './kchat/registration/register.ts';
import type { RegistrationReport } from './kchat/registration/report.ts';
import { systemClock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { botTokenPurpose, readRegistered, refuseMistaken } from './registered.ts';
import { seal } from './seal.ts';

/** With the first, the slash command that is there already gets a new token, and the old one counts no longer. */
const options = { 'new-command-token': { type: 'boolean' }, team: { type: 'string' } } as const;
const usage = 'Usage: kchat-invite register [--new-command-token] [--team NAME]';

/**
 * `npm run register`.
 * @returns the exit code for words it does not know, and for a team that could not be registered beside others; nothing
 *   when all went well.
 */
export async function registerAs(words: readonly string[]): Promise<number | undefined> {
  const asked = readWords(words);
  if (!asked) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { team, 'new-command-token': renewsTokens = false } = asked;
  const failed = await runRegister(undefined, printReport, { renewsTokens, team });
  return failed === 0 ? undefined : 1;
}

export interface RegisterOptions {
  renewsTokens?: boolean;
  /** The only team to register. */
  team?: string | undefined;
}

/**
 * Brings kChat to what manifest.json says, stores the secrets, prints what it did. Of several teams, one that is in
 * trouble keeps the others from nothing.
 * @returns how many of several could not be registered.
 * @throws what keeps the only team from being registered; of several, the first fault of the program, at the end.
 */
export async function runRegister(
  environment?: Environment,
  print: (report: RegistrationReport, team?: string) => void = printReport,
  { renewsTokens = false, team }: RegisterOptions = {},
): Promise<number> {
  const configs = loadRegisterConfigs(environment);
  const chosen = chooseTeams(configs, team);
  const withToken = chosen.filter(({ KCHAT_ADMIN_TOKEN }) => KCHAT_ADMIN_TOKEN !== undefined);
  if (withToken.length === 0) throw new ConfigurationError(['KCHAT_ADMIN_TOKEN is missing in TEAMS_FILE.']);
  for (const { KCHAT_TEAM } of chosen.filter((config) => !withToken.includes(config))) {
    process.stderr.write(`The team ${KCHAT_TEAM} is left out: it has no KCHAT_ADMIN_TOKEN.\n`);
  }
  const { store, close } = await openToRegister(configs[0]);
  try {
    const names = configs.map(({ KCHAT_TEAM }) => KCHAT_TEAM);
    const manifest = manifestSchema.parse(manifestFile);
    const registerTeam = async (config: RegisterConfig) => {
      const report = await registerOne({ config, store, manifest, renewsTokens, names });
      print(report, configs.length === 1 ? undefined : config.KCHAT_TEAM);
    };
    const [first] = withToken;
    if (first && configs.length === 1) {
      await registerTeam(first);
      return 0;
    }
    let failed = 0;
    const faults: unknown[] = [];
    for (const config of withToken) {
      try {
        await registerTeam(config);
      } catch (error) {
        failed += 1;
        const reason = reasonOf(error);
        if (reason === undefined) faults.push(error);
        process.stderr.write(`The team ${config.KCHAT_TEAM} could not be registered: ${reason ?? 'see the end.'}\n`);
      }
    }
    if (faults.length > 0) throw faults[0];
    return failed;
  } finally {
    await close();
  }
}

interface Registering {
  config: RegisterConfig;
  store: Store;
  manifest: Manifest;
  renewsTokens: boolean;
  /** Those of all teams. */
  names: readonly string[];
}

async function registerOne({ config, store, manifest, renewsTokens, names }: Registering): Promise<RegistrationReport> {
  const { botToken, commandTokenHashes } = await readRegistered(store, config);
  const report = await register({
    admin: createRegistrationClient({ url: config.KCHAT_URL, token: config.KCHAT_ADMIN_TOKEN ?? '' }),
    team: config.KCHAT_TEAM,
    publicUrl: config.PUBLIC_URL,
    manifest,
    noticeChannels: config.NOTICE_CHANNELS,
    stored: { botToken, commandTokenHashes },
    renewsTokens,
  });
  await save(store, config, report, names);
  return report;
}

async function save(
  store: Store,
  { KCHAT_TEAM: name, SECRET_KEY: keys }: RegisterConfig,
  report: RegistrationReport,
  names: readonly string[],
): Promise<void> {
  const { teamId, botUserId, botToken, commands } = report;
  await store.transaction(async ({ registrations }) => {
    await refuseMistaken(registrations, { id: teamId, name }, names);
    const sealedBotToken = botToken === undefined ? undefined : seal(keys, botTokenPurpose, botToken);
    await registrations.saveTeam({ id: teamId, name, botUserId, sealedBotToken });
    // A token that kChat hides is blank: the operator gives it by hand, and a blank one must never count.
    for (const { id: commandId, trigger, token } of commands.filter(({ token }) => token !== '')) {
      const savedAt = systemClock.now();
      await registrations.saveCommand({ teamId, commandId, trigger, tokenHash: hashToken(token), savedAt });
    }
    await registrations.forgetOtherCommands(
      teamId,
      commands.map(({ id }) => id),
    );
  });
}

/** @returns nothing for what is a fault of the program. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof ConfigurationError) return error.problems.join(' ');
  if (error instanceof UserError || isRemoteError(error)) return `${error.message.replace(/\.$/, '')}.`;
  return undefined;
}

function readWords(words: readonly string[]): { 'new-command-token'?: boolean; team?: string } | undefined {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch {
    return undefined;
  }
}

function printReport({ done, unchanged, byHand, commands }: RegistrationReport, team?: string): void {
  const lines = [
    ...(team === undefined ? [] : [`Team ${team}`]),
    ...unchanged.map((sentence) => `  ok       ${sentence}`),
    ...done.map((sentence) => `  done     ${sentence}`),
    ...byHand.map((sentence) => `  by hand  ${sentence}`),
    done.length === 0 ? 'Nothing had to be changed.' : `${done.length} change${done.length === 1 ? '' : 's'} made.`,
    `Type /${commands[0]?.trigger ?? 'invite'} help in kChat once the bot serves (npm start).`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
