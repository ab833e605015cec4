import type { OpenDialog } from './dialogs/dialog.ts';
import type { Bot, Channel, ChannelMember, Command, Person, Post, Team, TeamMember } from './documents.ts';
import type { StoredFile } from './files/stored-file.ts';
import type { Flavor } from './flavor/flavor.ts';
import type { GuestInvitation } from './guests/guest-invitation.ts';

/** What the emulated kChat holds. */
export interface KchatState {
  flavor: Flavor;
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
  /** Forms sent to people's screens, oldest first. A real server keeps none of them. */
  dialogs: (OpenDialog & { user_id: string })[];
  /** By id. */
  files: Map<string, StoredFile>;
  /** Oldest first; settled ones stay. */
  guestInvitations: GuestInvitation[];
  /** Signs trigger ids and seals the cookies of private buttons. */
  secret: Buffer;
  /** Whether posts with any `props` are refused, attachments included. */
  refusesProps: boolean;
}

export interface EphemeralPost {
  id: string;
  /** Who sees it. */
  user_id: string;
  channel_id: string;
  root_id: string;
  message: string;
  /** As its reader gets them: buttons have a cookie, not an address. */
  props: Record<string, unknown>;
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
