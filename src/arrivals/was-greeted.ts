import type { Dependencies } from '../invitations/dependencies.ts';
import type { ChatUser } from '../ports/chat.ts';

/** The server's clock and ours may differ, and the copy was being made for a while. */
const leewayMs = 5 * 60_000;

/**
 * A restored database does not know whom the bot has greeted after it was copied; kChat does, because a greeting is a
 * post of the bot's in the person's direct messages. Never asked where nothing was restored.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer: then nobody knows yet, and the next look asks again.
 */
export async function wasGreeted({ chat, settings }: Dependencies, { id }: ChatUser): Promise<boolean> {
  if (settings.restoredFrom === undefined) return false;
  const channelId = await chat.directChannel(id);
  return (await chat.findOwnPost(channelId, undefined, settings.restoredFrom - leewayMs)) !== undefined;
}
