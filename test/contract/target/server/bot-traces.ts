import manifest from '../../../../manifest.json' with { type: 'json' };
import { done, type Ask } from '../../support/chat-api.ts';
import type { Leavings } from './leavings.ts';

/**
 * Runs `register` and notes what it makes, so that all of it can be removed: the command, and the bot account, or only
 * its new token where the account was there before.
 */
export async function noteTraces<T>(
  admin: Ask,
  { teamId, publicUrl }: { teamId: string; publicUrl: string },
  leavings: Leavings,
  register: () => Promise<T>,
): Promise<T> {
  const before = await botAccount(admin);
  const result = await register();
  const after = await botAccount(admin);
  if (after && !before) {
    leavings.add(
      'the bot account',
      () => done(admin('DELETE', `/users/${after.id}?permanent=true`)),
      () => done(admin('POST', `/bots/${after.id}/disable`)),
    );
  }
  for (const id of after?.tokenIds.filter((one) => before?.tokenIds.includes(one) === false) ?? []) {
    leavings.add('a token of the bot', () => done(admin('POST', '/users/tokens/revoke', { token_id: id })));
  }
  leavings.add('the command', () => removeCommands(admin, teamId, publicUrl));
  return result;
}

async function botAccount(admin: Ask): Promise<{ id: string; tokenIds: string[] } | undefined> {
  const { status, body } = await admin('GET', `/users/username/${manifest.bot.username}`);
  if (status !== 200) return undefined;
  const tokens = await admin('GET', `/users/${body.id}/tokens?per_page=200`);
  return { id: body.id, tokenIds: tokens.items.map(({ id }) => id) };
}

async function removeCommands(admin: Ask, teamId: string, publicUrl: string): Promise<void> {
  const { items } = await done(admin('GET', `/commands?team_id=${teamId}&custom_only=true`));
  for (const { id, url } of items) {
    if (url.startsWith(`${publicUrl}/`)) await done(admin('DELETE', `/commands/${id}`));
  }
}
