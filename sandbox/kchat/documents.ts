/** The documents of kChat: names and types of its published API, times in milliseconds. Flavours may write them otherwise. */

export interface Person {
  id: string;
  /** Infomaniak's integer id of the same person. */
  user_id: number;
  create_at: number;
  update_at: number;
  /** Set when deactivated. */
  delete_at: number;
  username: string;
  first_name: string;
  last_name: string;
  nickname: string;
  position: string;
  email: string;
  email_verified: boolean;
  roles: string;
  locale: string;
  is_bot: boolean;
  bot_description: string;
  timezone: { useAutomaticTimezone: string; automaticTimezone: string; manualTimezone: string };
}

export interface Team {
  id: string;
  name: string;
  display_name: string;
  description: string;
  type: string;
  email: string;
  allow_open_invite: boolean;
  create_at: number;
  update_at: number;
  delete_at: number;
  account_id: number;
  product_id: number;
  pack_name: string;
}

export interface TeamMember {
  team_id: string;
  user_id: string;
  roles: string;
  explicit_roles: string;
  scheme_user: boolean;
  scheme_admin: boolean;
  scheme_guest: boolean;
  delete_at: number;
}

export interface Channel {
  id: string;
  team_id: string;
  type: 'O' | 'P' | 'D';
  name: string;
  display_name: string;
  header: string;
  purpose: string;
  creator_id: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  last_post_at: number;
  total_msg_count: number;
}

export interface ChannelMember {
  channel_id: string;
  user_id: string;
  roles: string;
  scheme_user: boolean;
  scheme_admin: boolean;
  scheme_guest: boolean;
  msg_count: number;
  mention_count: number;
  last_viewed_at: number;
  last_update_at: number;
  notify_props: Record<string, string>;
}

export interface Post {
  id: string;
  user_id: string;
  channel_id: string;
  root_id: string;
  original_id: string;
  message: string;
  type: string;
  props: Record<string, unknown>;
  hashtags: string;
  file_ids: string[];
  is_pinned: boolean;
  create_at: number;
  update_at: number;
  edit_at: number;
  delete_at: number;
  metadata: PostMetadata;
}

/** What is embedded in a post. Filled in for clients, not stored. */
export interface PostMetadata {
  embeds?: { type: string }[];
  files?: FileInfo[];
}

export interface FileInfo {
  id: string;
  user_id: string;
  post_id?: string;
  channel_id: string;
  create_at: number;
  update_at: number;
  delete_at: number;
  name: string;
  extension: string;
  /** Bytes. */
  size: number;
  mime_type: string;
  width?: number;
  height?: number;
  has_preview_image?: boolean;
  mini_preview: null;
  remote_id: string;
}

export interface Command {
  id: string;
  token: string;
  team_id: string;
  creator_id: string;
  trigger: string;
  method: 'P' | 'G';
  url: string;
  username: string;
  icon_url: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
  create_at: number;
  update_at: number;
  delete_at: number;
}

export interface Bot {
  user_id: string;
  username: string;
  display_name: string;
  description: string;
  owner_id: string;
  create_at: number;
  update_at: number;
  delete_at: number;
}
