import { expect, test } from 'vitest';
import { loadServeConfigs } from '../src/config.ts';
import { ConfigurationError } from '../src/errors.ts';
import { readCommandTokens, readRegistered } from '../src/registered.ts';
import { readSettings } from '../src/settings.ts';
import { hashToken } from '../src/http/command-tokens.ts';
import { chatUser, team } from './support/fake-chat.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openTemporaryStore } from './support/temporary-store.ts';

const clock = new FakeClock();
const configOf = (name: string) =>
  loadServeConfigs({
    ...{ KCHAT_URL: 'https://chat.acme.ch', KCHAT_TEAM: name, KCHAT_BOT_TOKEN: 'bot', KCHAT_COMMAND_TOKENS: 'by-hand' },
    ...{ INFOMANIAK_API_TOKEN: 'token', INFOMANIAK_ACCOUNT_ID: '4711', PUBLIC_URL: 'https://bot.acme.ch' },
    SECRET_KEY: 'ab'.repeat(32),
  })[0];

/** Of a team that nobody registered, on a server that writes its name as it likes. */
async function read(config: ReturnType<typeof configOf>, inChat: { id: string; name: string }) {
  const store = await openTemporaryStore(clock);
  const registered = await readRegistered(store, config);
  const chat = { teamByName: () => Promise.resolve({ ...inChat, displayName: inChat.name }) };
  const teamNames = [config.KCHAT_TEAM];
  const bot = chatUser('euria-welcome');
  await readSettings({ ...{ bot, store, config, registered, teamNames, now: clock.now() }, chat: chat as never });
  return readCommandTokens(store, [config]);
}

test.each([
  ['the configuration', 'Fresh', 'fresh'],
  ['the server', 'fresh', 'Fresh'],
])('a team’s tokens are found however %s writes its name', async (_who, given, name) => {
  const tokens = await read(configOf(given), { id: 'fresh', name });
  expect(tokens.get('fresh')).toEqual([hashToken('by-hand')]);
});

test('a team that was deleted and made again is not served with what is known of the one before', async () => {
  await expect(read(configOf(team.name), { id: 'again', name: team.name })).rejects.toThrow(ConfigurationError);
});
