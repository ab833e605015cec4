import { isRemoteError, UserError } from '../errors.ts';
import type { ChatChannel } from '../ports/chat.ts';
import type { ChannelReference } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
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
  const check = async (name: string): Promise<ChatChannel | string> => {
    const channel = await chat.channelByName(settings.team.id, name);
    const missing = `There is no channel ${code(`~${name}`)} that you could add people to.`;
    if (!channel) return missing;
    if (!channel.isPrivate) return channel;
    if (!(await chat.isChannelMember(channel.id, inviterId))) return missing;
    if (await chat.isChannelMember(channel.id, settings.botUserId)) return channel;
    return `${code(`~${name}`)} is private and I am not in it. Let somebody add me there, then invite again.`;
  };
  try {
    const found = await firstWithin(lookupMs, Promise.all(names.map(check)));
    const problems = found.filter((channel) => typeof channel === 'string');
    if (problems.length > 0) throw new UserError(problems.join('\n'));
    return found.filter((channel) => typeof channel !== 'string').map(({ id, name }) => ({ id, name }));
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    throw new UserError('I could not look up the channels in kChat. Please try again in a minute.');
  }
}
