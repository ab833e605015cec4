import { z } from 'zod';
import type { KchatClient } from '../client.ts';
import { read } from '../read.ts';
import type { Manifest } from './manifest.ts';
import { required } from './permission.ts';
import type { Notes } from './report.ts';

const pageSize = 200;

const botAnswer = z
  .looseObject({
    user_id: z.string().min(1),
    username: z.string(),
    display_name: z.string().nullish(),
    description: z.string().nullish(),
    delete_at: z.number().nullish(),
  })
  .describe('a bot');

const botsAnswer = z.array(botAnswer).describe('a list of bots');

type BotAnswer = z.infer<typeof botAnswer>;

/**
 * Makes the bot account exist, be enabled, and look as the manifest says. The account is recognised by its user name.
 * @returns the bot's user id.
 * @throws UserError when the administrator may not do that.
 */
export async function ensureBotAccount(client: KchatClient, bot: Manifest['bot'], notes: Notes): Promise<string> {
  const name = `@${bot.username}`;
  const profile = { username: bot.username, display_name: bot.displayName, description: bot.description };

  const found = await required('list bot accounts', () => findBot(client, bot.username));
  if (!found) {
    const made = await required('create bot accounts', () => read(botAnswer, client.createBot(profile)));
    notes.done.push(`Created the bot account ${name}.`);
    return made.user_id;
  }

  const { user_id: id } = found;
  const isEnabled = !found.delete_at;
  const isCurrent = (found.display_name ?? '') === bot.displayName && (found.description ?? '') === bot.description;
  if (!isEnabled) {
    await required('enable bot accounts', () => client.enableBot(id));
    notes.done.push(`Enabled the bot account ${name}.`);
  }
  if (!isCurrent) {
    await required('change bot accounts', () => client.patchBot(id, profile));
    notes.done.push(`Updated the name and description of the bot account ${name}.`);
  }
  if (isEnabled && isCurrent) notes.unchanged.push(`The bot account ${name} is as the manifest says.`);
  return id;
}

async function findBot(client: KchatClient, username: string): Promise<BotAnswer | undefined> {
  const seen = new Set<string>();
  for (let page = 0; ; page += 1) {
    const known = seen.size;
    const bots = await read(botsAnswer, client.getBotsIncludeDeleted(page, pageSize));
    const found = bots.find((bot) => bot.username === username);
    for (const bot of bots) seen.add(bot.user_id);
    if (found || bots.length < pageSize || seen.size === known) return found;
  }
}
