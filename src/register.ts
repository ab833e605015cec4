import { readFile } from 'node:fs/promises';
import { loadRegisterConfig, type Environment } from './config.ts';
import { openStore } from './database.ts';
import { hashToken } from './http/command-tokens.ts';
import { createRegistrationClient } from './kchat/registration/client.ts';
import { manifestSchema } from './kchat/registration/manifest.ts';
import { register } from './kchat/registration/register.ts';
import type { RegistrationReport } from './kchat/registration/report.ts';
import { systemClock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { botTokenPurpose, readRegistered } from './registered.ts';
import { seal } from './seal.ts';

/** `npm run register`: brings kChat to what manifest.json says, stores the secrets, prints what it did. */
export async function runRegister(environment?: Environment, print = printReport): Promise<void> {
  const config = loadRegisterConfig(environment);
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8')),
  );
  const store = openStore(config);
  try {
    const { botToken, commandTokenHashes } = await readRegistered(store, config);
    const report = await register({
      admin: createRegistrationClient({ url: config.KCHAT_URL, token: config.KCHAT_ADMIN_TOKEN }),
      team: config.KCHAT_TEAM,
      publicUrl: config.PUBLIC_URL,
      manifest,
      noticeChannels: config.NOTICE_CHANNELS,
      stored: { botToken, commandTokenHashes },
    });
    await save(store, config.KCHAT_TEAM, report, config.SECRET_KEY);
    print(report);
  } finally {
    await store.close();
  }
}

async function save(store: Store, teamName: string, report: RegistrationReport, key: Buffer): Promise<void> {
  const { teamId, botUserId, botToken, commands } = report;
  await store.transaction(async ({ registrations }) => {
    const sealedBotToken = botToken === undefined ? undefined : seal(key, botTokenPurpose, botToken);
    await registrations.saveTeam({ id: teamId, name: teamName, botUserId, sealedBotToken });
    for (const { id: commandId, trigger, token } of commands) {
      const savedAt = systemClock.now();
      await registrations.saveCommand({ teamId, commandId, trigger, tokenHash: hashToken(token), savedAt });
    }
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
