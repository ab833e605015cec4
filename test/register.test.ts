import { writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
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

test('a fault of the program in one of several teams keeps no other from being registered, and is told at the end', async () => {
  const stub = await startStub(kchat);
  const database = await temporaryPath();
  const TEAMS_FILE = `${database}.json`;
  const entry = { KCHAT_URL: stub.url, KCHAT_ADMIN_TOKEN: stub.adminToken };
  await writeFile(TEAMS_FILE, JSON.stringify(['acme', 'nowhere'].map((KCHAT_TEAM) => ({ ...entry, KCHAT_TEAM }))));
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => {
    said.mockRestore();
  });
  const environment = {
    TEAMS_FILE,
    DATABASE_URL: `file:${database}`,
    PUBLIC_URL: 'https://bot.acme.ch',
    SECRET_KEY: 'ab'.repeat(32),
  };
  const registering = runRegister(environment, () => {
    throw new TypeError('a fault');
  });
  await expect(registering).rejects.toThrow('a fault');
  expect(said.mock.calls.map(([text]) => text)).toEqual([
    'The team acme could not be registered: see the end.\n',
    expect.stringMatching(/^The team nowhere could not be registered: .*KCHAT_TEAM/),
  ]);
});
