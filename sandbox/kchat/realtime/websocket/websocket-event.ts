/** An event as Mattermost sends it, without its number in the connection. */
export interface WebsocketEvent {
  event: string;
  data: Record<string, unknown>;
  broadcast: Broadcast;
}

/** For whom: one person, a channel, the team, or everybody where all are empty. */
export interface Broadcast {
  omit_users: null;
  user_id: string;
  channel_id: string;
  team_id: string;
}

export function broadcastTo(whom: Partial<Omit<Broadcast, 'omit_users'>>): Broadcast {
  return { omit_users: null, user_id: '', channel_id: '', team_id: '', ...whom };
}
