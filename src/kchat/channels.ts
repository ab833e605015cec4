import type { Chat, ChatChannel } from '../ports/chat.ts';
import { RemoteRefusal } from '../errors.ts';
import { channelAnswer, ownChannelsAnswer } from './answers.ts';
import type { KchatClient } from './client.ts';
import { lookUp, read } from './read.ts';

type Channels = Pick<
  Chat,
  'channel' | 'channelByName' | 'isChannelMember' | 'addToChannel' | 'directChannel' | 'directChannels'
>;

/** The part of the Chat port about channels and who is in them. Archived channels count as absent. */
export function createChannels(client: KchatClient, ownId: () => Promise<string>): Channels {
  const isChannelMember = async (channelId: string, userId: string): Promise<boolean> =>
    (await lookUp(() => client.getChannelMember(channelId, userId))) !== undefined;

  return {
    channel: (channelId) => openChannel(() => client.getChannel(channelId)),
    channelByName: (teamId, name) => openChannel(() => client.getChannelByName(teamId, name)),
    isChannelMember,

    async addToChannel(channelId, userId) {
      try {
        await client.addPersonToChannel(channelId, userId);
      } catch (error) {
        // Mattermost accepts a repeat; should kChat refuse one, the membership itself decides.
        const refused = error instanceof RemoteRefusal && [400, 409, 422].includes(error.status);
        if (!refused || !(await isChannelMember(channelId, userId))) throw error;
      }
    },

    async directChannel(userId) {
      const channel = await read(channelAnswer, client.createDirectChannel([await ownId(), userId]));
      return channel.id;
    },

    async directChannels(teamId) {
      const channels = await read(ownChannelsAnswer, ownChannels(client, teamId));
      const direct = channels.filter(({ type }) => type === 'D');
      return direct.map(({ id, last_post_at: lastPostAt }) => ({ id, lastPostAt: lastPostAt ?? undefined }));
    },
  };
}

async function openChannel(ask: () => Promise<unknown>): Promise<ChatChannel | undefined> {
  const channel = await lookUp(() => read(channelAnswer, ask()));
  if (!channel || channel.delete_at > 0) return undefined;
  return {
    id: channel.id,
    teamId: channel.team_id,
    name: channel.name,
    displayName: channel.display_name,
    isPrivate: channel.type !== 'O',
  };
}

/** Mattermost has the one route since version 6; kChat was seen to have it, and publishes the other as well. */
async function ownChannels(client: KchatClient, teamId: string): Promise<unknown> {
  try {
    return await client.getOwnChannels();
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || error.status !== 404) throw error;
    return client.getOwnChannelsOfTeam(teamId);
  }
}
