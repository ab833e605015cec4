import type { ServeConfig } from '../../config.ts';
import type { ChatTeam } from '../../ports/chat.ts';
import { combine, failure, ok, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** Whether the bot can post in each of the channels that get arrival notices. */
export async function checkNoticeChannels(
  { NOTICE_CHANNELS: names }: ServeConfig,
  bot: Bot,
  team: ChatTeam,
): Promise<Diagnosis> {
  if (names.length === 0) return ok('No channel gets arrival notices.');
  return combine(await Promise.all(names.map((name) => checkChannel(bot, team, name))));
}

async function checkChannel({ chat, user }: Bot, team: ChatTeam, name: string): Promise<Diagnosis> {
  const channel = await chat.channelByName(team.id, name);
  if (!channel) {
    // A private channel is hidden from whoever is not in it, its name included.
    return failure(
      `The bot sees no channel ~${name}.`,
      `Create ~${name}, correct NOTICE_CHANNELS, or, if it is private, add the bot to it.`,
    );
  }
  if (await chat.isChannelMember(channel.id, user.id)) return ok(`The bot is in ~${name}.`);
  if (!channel.isPrivate) return ok(`The bot joins ~${name} with its first notice.`);
  return failure(`The bot is not in the private channel ~${name}.`, `Let somebody in ~${name} add the bot.`);
}
