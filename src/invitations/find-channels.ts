import PQueue from 'p-queue';
import { isRemoteError, UserError } from '../errors.ts';
import type { ChannelReference } from '../ports/invitation-store.ts';
import type { Dependencies } from './dependencies.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';
import { firstInTime } from './first-within.ts';

type FindDependencies = Pick<Dependencies, 'chat' | 'settings' | 'msLeft'>;

/** The one or the other. */
export interface FoundChannel {
  channel?: ChannelReference;
  problem?: UserError;
}

/** Quick enough for what people write, and no storm when somebody imports a thousand names. */
const concurrency = 8;

/**
 * The channels an inviter may send a newcomer to: public ones, and private ones the inviter is in. A private channel
 * they are not in is answered like one that does not exist.
 * @throws UserError naming the channels that can't be used and why.
 */
export async function findChannels(
  deps: FindDependencies,
  inviterId: string,
  names: readonly string[],
): Promise<ChannelReference[]> {
  const found = [...(await lookUpChannels(deps, inviterId, names)).values()];
  const problems = found.flatMap(({ problem }) => problem ?? []);
  if (problems.length === 0) return found.flatMap(({ channel }) => channel ?? []);
  throw new UserError((locale) => [...new Set(problems.map((problem) => problem.say(locale)))].join('\n'));
}

/**
 * As `findChannels`, for many names at once: each is looked up once, and all within one time limit.
 * @returns by name: the channel, or why it can't be used.
 */
export async function lookUpChannels(
  deps: FindDependencies,
  inviterId: string,
  names: readonly string[],
): Promise<Map<string, FoundChannel>> {
  const queue = new PQueue({ concurrency });
  const lookUp = async (name: string) => {
    try {
      return await firstInTime(
        deps,
        queue.add(() => lookUpChannel(deps, inviterId, name)),
      );
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      return { problem: new UserError((locale) => mistakeTexts[locale].channelsNotLookedUp, { cause: error }) };
    }
  };
  const distinct = [...new Set(names)];
  const found = await Promise.all(distinct.map(async (name) => [name, await lookUp(name)] as const));
  // Whoever asked has their answer: what still waits is of no use to anybody.
  queue.clear();
  return new Map(found);
}

async function lookUpChannel(
  { chat, settings }: FindDependencies,
  inviterId: string,
  name: string,
): Promise<FoundChannel> {
  const channel = await chat.channelByName(settings.team.id, name);
  const missing = { problem: new UserError((locale) => mistakeTexts[locale].noSuchChannel(code(`~${name}`))) };
  if (!channel) return missing;
  const found = { channel: { id: channel.id, name: channel.name } };
  if (!channel.isPrivate) return found;
  if (!(await chat.isChannelMember(channel.id, inviterId))) return missing;
  if (await chat.isChannelMember(channel.id, settings.botUserId)) return found;
  return { problem: new UserError((locale) => mistakeTexts[locale].notInPrivateChannel(code(`~${name}`))) };
}
