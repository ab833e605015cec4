import { readFile } from 'node:fs/promises';
import { loadRegisterConfig, type Environment, type SecretKeys } from './config.ts';
import { openToRegister } from './database.ts';
import { hashToken } from './http/command-tokens.ts';
import { createRegistrationClient } from './kchat/registration/client.ts';
import { manifestSchema } from './kchat/registration/manifest.ts';
import { register } from './kchat/registration/register.ts';
import type { RegistrationReport } from './kchat/registration/report.ts';
import { systemClock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { botTokenPurpose, readRegistered } from './registered.ts';
import { seal } from './seal.ts';

/** The slash command that is there already gets a new token, and the old one counts no longer. */
const newToken = '--new-command-token';

/**
 * `npm run register`.
 * @returns the exit code for words it does not know; nothing when all went well.
 */
export async function registerAs(words: readonly string[]): Promise<number | undefined> {
  if (words.some((word) => word !== newToken)) {
    process.stderr.write(`Usage: kchat-invite register [${newToken}]\n`);
    return 2;
  }
  await runRegister(undefined, printReport, { renewsTokens: words.includes(newToken) });
  return undefined;
}

/** Brings kChat to what manifest.json says, stores the secrets, prints what it did. */
export async function runRegister(
  environment?: Environment,
  print = printReport,
  { renewsTokens = false } = {},
): Promise<void> {
  const config = loadRegisterConfig(environment);
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8')),
  );
  const { store, close } = await openToRegister(config);
  try {
    const { botToken, commandTokenHashes } = await readRegistered(store, config);
    const report = await register({
      admin: createRegistrationClient({ url: config.KCHAT_URL, token: config.KCHAT_ADMIN_TOKEN }),
      team: config.KCHAT_TEAM,
      publicUrl: config.PUBLIC_URL,
      manifest,
      noticeChannels: config.NOTICE_CHANNELS,
      stored: { botToken, commandTokenHashes },
      renewsTokens,
    });
    await save(store, config.KCHAT_TEAM, report, config.SECRET_KEY);
    print(report);
  } finally {
    await close();
  }
}

async function save(store: Store, teamName: string, report: RegistrationReport, keys: SecretKeys): Promise<void> {
  const { teamId, botUserId, botToken, commands } = report;
  await store.transaction(async ({ registrations }) => {
    const sealedBotToken = botToken === undefined ? undefined : seal(keys, botTokenPurpose, botToken);
    await registrations.saveTeam({ id: teamId, name: teamName, botUserId, sealedBotToken });
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

function printReport({ done, unchanged, byHand, commands }: RegistrationReport): void {
  const lines = [
    ...unchanged.map((sentence) => `  ok       ${sentence}`),
    ...done.map((sentence) => `  done     ${sentence}`),
    ...byHand.map((sentence) => `  by hand  ${sentence}`),
    done.length === 0 ? 'Nothing had to be changed.' : `${done.length} change${done.length === 1 ? '' : 's'} made.`,
    `Type /${commands[0]?.trigger ?? 'invite'} help in kChat once the bot serves (npm start).`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
