import { expect, test } from 'vitest';
import { databasePath } from '../src/database.ts';
import { readRegistered } from '../src/registered.ts';
import { runRegister } from '../src/register.ts';
import { hashToken } from '../src/http/command-tokens.ts';
import { openForReading } from '../src/store/read-only.ts';
import { kchat } from './kchat/stub/dialect.ts';
import { startStub } from './kchat/stub/start.ts';
import { temporaryPath } from './support/temporary-store.ts';

async function open() {
  const stub = await startStub(kchat);
  const DATABASE_URL = `file:${await temporaryPath()}`;
  const environment = {
    KCHAT_URL: stub.url,
    KCHAT_TEAM: 'acme',
    KCHAT_ADMIN_TOKEN: stub.adminToken,
    PUBLIC_URL: 'https://bot.acme.ch',
    SECRET_KEY: 'ab'.repeat(32),
    DATABASE_URL,
  };
  return {
    command: () => [...stub.world.commands.values()][0] ?? { id: '', token: '' },
    commands: stub.world.commands,
    run: (renewsTokens = false) => runRegister(environment, () => undefined, { renewsTokens }),
    valid: async () => {
      const store = openForReading(databasePath({ DATABASE_URL }) ?? '');
      try {
        const { commandTokenHashes } = await readRegistered(store, {
          ...{ KCHAT_TEAM: 'acme', KCHAT_COMMAND_TOKENS: [], KCHAT_BOT_TOKEN: undefined, SECRET_KEY: undefined },
        });
        return commandTokenHashes;
      } finally {
        await store.close();
      }
    },
  };
}

test('a token that was made anew takes the place of the old one', async () => {
  const { command, run, valid } = await open();
  await run();
  const first = command().token;
  await run(true);
  expect(command().token).not.toBe(first);
  await expect(valid()).resolves.toEqual([hashToken(String(command().token))]);
});

test('the token of a command that is gone counts no longer', async () => {
  const { command, commands, run, valid } = await open();
  await run();
  commands.clear();
  await run();
  await expect(valid()).resolves.toEqual([hashToken(String(command().token))]);
});

test('a token that kChat hides is not stored as an empty one, and the one that is known stays', async () => {
  const { command, run, valid } = await open();
  await run();
  const known = hashToken(String(command().token));
  Object.assign(command(), { token: '' });
  await run();
  await expect(valid()).resolves.toEqual([known]);
});
