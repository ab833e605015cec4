import { describe, expect, test } from 'vitest';
import { hashToken } from '../src/http/command-tokens.ts';
import { botTokenPurpose, readRegistered, registrationProblems } from '../src/registered.ts';
import { seal } from '../src/seal.ts';
import { team } from './support/fake-chat.ts';
import { botId } from './support/fake-inbox.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

const key = Buffer.alloc(32, 3);
const config = { KCHAT_TEAM: team.name, KCHAT_BOT_TOKEN: undefined, KCHAT_COMMAND_TOKENS: [], SECRET_KEY: key };
const command = { teamId: team.id, commandId: 'c1', trigger: 'kinvite', tokenHash: hashToken('stored'), savedAt: 1 };

async function registeredStore() {
  const store = await openTemporaryStore(new FakeClock());
  const sealedBotToken = seal(key, botTokenPurpose, 'stored-bot-token');
  await store.registrations.saveTeam({ id: team.id, name: team.name, botUserId: botId, sealedBotToken });
  await store.registrations.saveCommand(command);
  return store;
}

describe('what serving needs', () => {
  test('is what register stored', async () => {
    await expect(readRegistered(await registeredStore(), config)).resolves.toEqual({
      botToken: 'stored-bot-token',
      commandTokenHashes: [hashToken('stored')],
      commands: [command],
    });
  });

  test('comes from the environment first, and command tokens from both', async () => {
    const environment = { ...config, KCHAT_BOT_TOKEN: 'given', KCHAT_COMMAND_TOKENS: ['by-hand'] };
    await expect(readRegistered(await registeredStore(), environment)).resolves.toMatchObject({
      botToken: 'given',
      commandTokenHashes: [hashToken('by-hand'), hashToken('stored')],
    });
  });

  test.each([
    ['without the key', { SECRET_KEY: undefined }],
    ['with another key', { SECRET_KEY: Buffer.alloc(32, 4) }],
  ])('lacks the bot’s token %s', async (_what, changes) => {
    const registered = await readRegistered(await registeredStore(), { ...config, ...changes });
    expect(registered.botToken).toBeUndefined();
    expect(registrationProblems(registered)).toEqual([expect.stringMatching(/^KCHAT_BOT_TOKEN is missing/)]);
  });

  test('is not another team’s', async () => {
    const registered = await readRegistered(await registeredStore(), { ...config, KCHAT_TEAM: 'other' });
    expect(registered).toEqual({ botToken: undefined, commandTokenHashes: [], commands: [] });
    expect(registrationProblems(registered)).toHaveLength(2);
  });

  test('is there when nothing is missing', async () => {
    expect(registrationProblems(await readRegistered(await registeredStore(), config))).toEqual([]);
  });
});
