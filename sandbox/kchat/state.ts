import type { Bot, Channel, ChannelMember, Command, Person, Post, Team, TeamMember } from './documents.ts';

/** What the emulated kChat holds. */
export interface KchatState {
  team: Team;
  /** By id. */
  people: Map<string, Person>;
  /** By user id. */
  teamMembers: Map<string, TeamMember>;
  /** By id. */
  channels: Map<string, Channel>;
  channelMembers: ChannelMember[];
  /** Oldest first, deleted ones included. */
  posts: Post[];
  /** Recently sent `pending_post_id`s: what repeats are recognised by. */
  pendingPosts: Map<string, { postId: string; at: number }>;
  /** Slash commands by id. */
  commands: Map<string, Command>;
  /** By user id. */
  bots: Map<string, Bot>;
  /** Token to user id. */
  tokens: Map<string, string>;
  /** What single people were shown privately, oldest first. A real server keeps none of it. */
  ephemerals: EphemeralPost[];
  /** The late-answer addresses handed out with slash commands, by id. */
  responseHooks: Map<string, ResponseHook>;
}

export interface EphemeralPost {
  id: string;
  /** Who sees it. */
  user_id: string;
  channel_id: string;
  message: string;
  create_at: number;
  /** The name it appears under. */
  from: string;
}

export interface ResponseHook {
  user_id: string;
  channel_id: string;
  command: Command;
  uses: number;
  expires_at: number;
}
