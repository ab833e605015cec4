import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../src/errors.ts';
import { hashToken } from '../src/http/command-tokens.ts';
import {
  botTokenPurpose,
  readCommandTokens,
  readRegistered,
  refuseMistaken,
  registrationProblems,
  sealAnew,
} from '../src/registered.ts';
import type { SecretKeys } from '../src/config.ts';
import { seal } from '../src/seal.ts';
import { team } from './support/fake-chat.ts';
import { botId } from './support/fake-inbox.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

const keys: SecretKeys = [Buffer.alloc(32, 3)];
const newest = Buffer.alloc(32, 4);
const config = { KCHAT_TEAM: team.name, KCHAT_BOT_TOKEN: undefined, KCHAT_COMMAND_TOKENS: [], SECRET_KEY: keys };
const command = { teamId: team.id, commandId: 'c1', trigger: 'kinvite', tokenHash: hashToken('stored'), savedAt: 1 };

async function registeredStore() {
  const store = await openTemporaryStore(new FakeClock());
  const sealedBotToken = seal(keys, botTokenPurpose, 'stored-bot-token');
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
    ['with another key', { SECRET_KEY: [newest] as const }],
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

test('the tokens of commands can be read alone, as often as they may have changed', async () => {
  const store = await registeredStore();
  const environment = { ...config, KCHAT_COMMAND_TOKENS: ['by-hand'] };
  await store.registrations.saveCommand({ ...command, tokenHash: hashToken('new') });
  const tokens = await readCommandTokens(store, [environment]);
  expect(tokens.get(command.teamId)).toEqual([hashToken('by-hand'), hashToken('new')]);
});

describe('a new key in front of the old one', () => {
  const rotated = { ...config, SECRET_KEY: [newest, ...keys] as const };

  test('seals the stored token, once; after that the old key is needed no longer', async () => {
    const store = await registeredStore();
    await expect(sealAnew(store, rotated)).resolves.toBe(true);
    await expect(sealAnew(store, rotated)).resolves.toBe(false);
    const { botToken } = await readRegistered(store, { ...config, SECRET_KEY: [newest] });
    expect(botToken).toBe('stored-bot-token');
  });

  test('leaves alone what no key opens', async () => {
    const store = await registeredStore();
    await expect(sealAnew(store, { ...config, SECRET_KEY: [newest] })).resolves.toBe(false);
    await expect(readRegistered(store, config)).resolves.toMatchObject({ botToken: 'stored-bot-token' });
  });
});

describe('of several teams', () => {
  test('each has its own tokens alone', async () => {
    const store = await registeredStore();
    await store.registrations.saveTeam({ id: 'o', name: 'other', botUserId: 'bot', sealedBotToken: undefined });
    const other = { KCHAT_TEAM: 'other', KCHAT_COMMAND_TOKENS: ['other-by-hand'] };
    const tokens = await readCommandTokens(store, [{ ...config, KCHAT_COMMAND_TOKENS: [] }, other]);
    expect(tokens.get('o')).toEqual([hashToken('other-by-hand')]);
    expect(tokens.get(command.teamId)).toEqual([command.tokenHash]);
    expect((await readCommandTokens(store, [other])).has(command.teamId)).toBe(false);
  });

  test('two with the same id in kChat are refused, one that was renamed is not', async () => {
    const { registrations } = await registeredStore();
    const again = { id: command.teamId, name: 'other' };
    const known = (await registrations.nameOf(again.id)) ?? '';
    await expect(refuseMistaken(registrations, again, [known, 'other'])).rejects.toThrow(ConfigurationError);
    await expect(refuseMistaken(registrations, again, ['other'])).resolves.toBeUndefined();
    await expect(refuseMistaken(registrations, { ...again, name: known }, [known, 'other'])).resolves.toBeUndefined();
  });

  test('one that was deleted and made again is refused, because nothing that is known is about it', async () => {
    const { registrations } = await registeredStore();
    const again = refuseMistaken(registrations, { id: 'new', name: team.name }, [team.name]);
    await expect(again).rejects.toThrow(/the team acme is another one .* a database of its own/);
  });
});
