import { chatApi, type Ask } from '../../support/chat-api.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Named, Person } from '../target.ts';

/** Finds out what a server can do by asking it, in a channel of the suite's own. */
export async function probe(
  url: string,
  admin: Ask,
  { team, side, member, canCreatePeople }: { team: Named; side: Named; member: Person; canCreatePeople: boolean },
): Promise<Capabilities> {
  const asMember = chatApi(url, member.token);
  const dialog = await admin('POST', '/actions/dialogs/open', {});
  const attachments = [{ text: 'Do you take attachments?' }];
  const post = await admin('POST', '/posts', { channel_id: side.id, message: '?', props: { attachments } });
  const toOneself = { user_id: member.id, post: { channel_id: side.id, message: '?' } };
  const ephemeral = await asMember('POST', '/posts/ephemeral', toOneself);
  const file = await admin('POST', '/files', new FormData());
  // Names nobody, so that a server with guests refuses it.
  const guest = await admin('POST', `/teams/${team.id}/invite-guests/email?graceful=true`, {});
  const realtime = await realtimeOf(admin);
  return {
    realtime,
    dialogs: dialog.status !== 404,
    buttons: post.status === 201,
    files: file.status !== 404,
    ephemeralByMember: canCreatePeople && ephemeral.status === 201,
    canCreatePeople,
    // A valve stands before the server's own address; kChat has its realtime elsewhere.
    canCutRealtime: realtime === 'mattermost',
    // A guest's mail would be real.
    guests: false,
    lacksGuests: guest.status === 501 || guest.status === 404,
  };
}

/** Mattermost knows the address and misses the upgrade; kChat does not know it and names another host. */
async function realtimeOf(admin: Ask): Promise<Capabilities['realtime']> {
  const socket = await admin('GET', '/websocket');
  if (socket.status === 400) return 'mattermost';
  const config = await admin('GET', '/config/client?format=old');
  return 'WebsocketURL' in config.body ? 'pusher' : undefined;
}
