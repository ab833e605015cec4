import { isRemoteError, UserError } from '../errors.ts';
import type { ChatChannel } from '../ports/chat.ts';
import type { ChannelReference } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import type { Dependencies } from './dependencies.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';
import { firstWithin, lookupMs } from './first-within.ts';

/**
 * The channels an inviter may send a newcomer to: public ones, and private ones the inviter is in. A private channel
 * they are not in is answered like one that does not exist.
 * @throws UserError naming the channels that can't be used and why.
 */
export async function findChannels(
  { chat, settings }: Pick<Dependencies, 'chat' | 'settings'>,
  inviterId: string,
  names: readonly string[],
): Promise<ChannelReference[]> {
  type Problem = (locale: Locale) => string;
  const check = async (name: string): Promise<ChatChannel | Problem> => {
    const channel = await chat.channelByName(settings.team.id, name);
    const missing: Problem = (locale) => mistakeTexts[locale].noSuchChannel(code(`~${name}`));
    if (!channel) return missing;
    if (!channel.isPrivate) return channel;
    if (!(await chat.isChannelMember(channel.id, inviterId))) return missing;
    if (await chat.isChannelMember(channel.id, settings.botUserId)) return channel;
    return (locale) => mistakeTexts[locale].notInPrivateChannel(code(`~${name}`));
  };
  try {
    const found = await firstWithin(lookupMs, Promise.all(names.map(check)));
    const problems = found.filter((channel) => typeof channel === 'function');
    if (problems.length > 0) throw new UserError((locale) => problems.map((say) => say(locale)).join('\n'));
    return found.filter((channel) => typeof channel !== 'function').map(({ id, name }) => ({ id, name }));
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    throw new UserError((locale) => mistakeTexts[locale].channelsNotLookedUp);
  }
}
