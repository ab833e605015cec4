import type { Card, Form } from './card.ts';
import type { Guests } from './guests.ts';

/**
 * What the product needs of kChat (or of a Mattermost server). Every method throws `RemoteRefusal` when the server
 * answers with an error and `RemoteSilence` when it gives no usable answer; "not there" is `undefined`, not an error.
 */
export interface Chat extends Guests {
  /** The account whose token the bot uses. */
  identify(): Promise<ChatUser>;
  teamByName(name: string): Promise<ChatTeam | undefined>;
  user(userId: string): Promise<ChatUser | undefined>;
  userByEmail(email: string): Promise<ChatUser | undefined>;
  /** @param username without `@`. */
  userByName(username: string): Promise<ChatUser | undefined>;
  /** `undefined` when the person is not, or no longer, in the team. */
  teamMembership(teamId: string, userId: string): Promise<TeamMembership | undefined>;
  /** Everybody in the team, bots and deactivated people included, all pages. */
  roster(teamId: string): Promise<ChatUser[]>;
  /** People who administer the team or the server; may be empty where the server does not tell. */
  administrators(teamId: string): Promise<ChatUser[]>;
  channel(channelId: string): Promise<ChatChannel | undefined>;
  channelByName(teamId: string, name: string): Promise<ChatChannel | undefined>;
  isChannelMember(channelId: string, userId: string): Promise<boolean>;
  /** Adding somebody who is in the channel already is no error. */
  addToChannel(channelId: string, userId: string): Promise<void>;
  /** Opens, or finds, the direct channel between the bot and a person; returns its id. */
  directChannel(userId: string): Promise<string>;
  /** The direct channels that the bot is in. */
  directChannels(teamId: string): Promise<DirectChannel[]>;
  /**
   * Posts as the bot and returns the post's id.
   * @param key what the server recognises a repeat by, for about 30 s (reference: `pending_post_id`); the same key
   *   must never stand for two different messages.
   */
  post(channelId: string, message: string, key: string): Promise<string>;
  /**
   * The bot's own newest post with exactly this text, not older than `sinceMs` by the server's clock.
   * @param message undefined: whatever its text is.
   */
  findOwnPost(channelId: string, message: string | undefined, sinceMs: number): Promise<string | undefined>;
  updatePost(postId: string, message: string): Promise<void>;
  /** Shown to one person only and not stored. Needs a right that a bot of member rank lacks on Mattermost (403). */
  postEphemeral(channelId: string, userId: string, message: string): Promise<void>;
  /**
   * Posts a card as the bot and returns the post's id. Where the server refuses buttons, `cardAlone` stands there.
   * @param key as for `post`
   */
  postCard(channelId: string, card: Card, key: string): Promise<string>;
  /** Replaces a card, buttons included. */
  updateCard(postId: string, card: Card): Promise<void>;
  /**
   * Posts a message with one file as the bot and returns the post's id.
   * @param key as for `post`
   */
  postFile(channelId: string, message: string, file: ChatFile, key: string): Promise<string>;
  /** Posts of a channel that bring files, the bot's own included, not older than `sinceMs` by the server's clock. */
  postsWithFiles(channelId: string, sinceMs: number): Promise<ChatPost[]>;
  readPost(postId: string): Promise<ChatPost | undefined>;
  fileInfo(fileId: string): Promise<ChatFileInfo | undefined>;
  /** What a file holds; of one that is larger, `mostBytes` and one byte more. */
  readFile(fileId: string, mostBytes: number): Promise<Buffer | undefined>;
  /**
   * Shows a dialog to whoever just typed a command or pressed a button.
   * @param triggerId from that call; good for 3 s on Mattermost.
   */
  openForm(triggerId: string, form: Form): Promise<void>;
  /** Answers a slash command after its reply. Refuses any URL outside kChat's own `/hooks/commands/`. */
  replyLate(responseUrl: string, message: string): Promise<void>;
}

export interface ChatFile {
  /** With an extension: the server goes by it. */
  name: string;
  /** Such as `text/csv`. */
  mediaType: string;
  content: Buffer;
}

export interface ChatFileInfo {
  id: string;
  name: string;
  /** As the server sees it, such as `text/csv; charset=utf-8`; may be empty. */
  mediaType: string;
  /** Bytes. */
  size: number;
}

/** A post that a person or a bot wrote. */
export interface ChatPost {
  id: string;
  channelId: string;
  userId: string;
  fileIds: string[];
}

export interface DirectChannel {
  id: string;
  /** By the server's clock; `undefined` when it does not tell. */
  lastPostAt: number | undefined;
}

export interface ChatTeam {
  id: string;
  name: string;
  displayName: string;
}

export interface ChatUser {
  /** UUID on kChat, 26 characters on Mattermost: opaque. */
  id: string;
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  /** As the person set it, such as `fr`; empty when unknown. */
  locale: string;
  /** IANA name; `undefined` when unknown. */
  timeZone: string | undefined;
  /** Infomaniak's own integer id of the person, where kChat shows it. */
  infomaniakUserId: number | undefined;
  isBot: boolean;
  isGuest: boolean;
  isDeactivated: boolean;
  isSystemAdmin: boolean;
}

export interface TeamMembership {
  isTeamAdmin: boolean;
  isGuest: boolean;
}

export interface ChatChannel {
  id: string;
  teamId: string;
  /** The name in the address, without `~`. */
  name: string;
  displayName: string;
  isPrivate: boolean;
}
