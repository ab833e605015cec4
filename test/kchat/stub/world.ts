import type { Dialect } from './dialect.ts';

export interface StubUser {
  id: string;
  username: string;
  email: string;
  roles: string;
  delete_at: number;
  [field: string]: unknown;
}

export interface StubPost {
  id: string;
  channel_id: string;
  user_id: string;
  message: string;
  create_at: number;
  delete_at: number;
}

export interface StubRecord {
  id: string;
  [field: string]: unknown;
}

/** Everything a small chat server knows; tests change it at will. */
export class World {
  readonly dialect: Dialect;
  readonly team: { id: string; name: string; display_name: string };
  readonly users = new Map<string, StubUser>();
  /** `team` or channel id, a slash, user id; to the membership. */
  readonly members = new Map<string, Record<string, unknown>>();
  readonly channels = new Map<string, StubRecord>();
  readonly posts: StubPost[] = [];
  readonly pendingPosts = new Map<string, StubPost>();
  readonly ephemeral: unknown[] = [];
  readonly bots = new Map<string, Record<string, unknown>>();
  readonly commands = new Map<string, StubRecord>();
  readonly tokens = new Map<string, string>();
  /** Triggers the server keeps for itself. */
  readonly builtIn = new Set(['invite']);
  /** `METHOD /path` with `*`; answered as if the server did not have the route. */
  readonly missingRoutes = new Set<string>();
  /** The same, answered 403. */
  readonly forbiddenRoutes = new Set<string>();
  now = 1_700_000_000_000;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.team = { id: dialect.newId(), name: 'acme', display_name: 'Acme' };
  }

  addUser(username: string, fields: Record<string, unknown> = {}): StubUser {
    const id = this.dialect.newId();
    const email = `${username}@acme.ch`;
    const user = { id, username, email, first_name: '', last_name: '', roles: 'system_user', delete_at: 0, ...fields };
    this.users.set(id, user);
    return user;
  }

  addMember(
    username: string,
    fields: Record<string, unknown> = {},
    membership: Record<string, unknown> = {},
  ): StubUser {
    const user = this.addUser(username, fields);
    this.join(this.team.id, user.id, membership);
    return user;
  }

  join(placeId: string, userId: string, membership: Record<string, unknown> = {}): void {
    this.members.set(`${placeId}/${userId}`, { user_id: userId, roles: 'team_user', delete_at: 0, ...membership });
  }

  addChannel(name: string, fields: Record<string, unknown> = {}): StubRecord {
    const channel = { id: this.dialect.newId(), team_id: this.team.id, name, display_name: name, type: 'O', ...fields };
    this.channels.set(channel.id, channel);
    return channel;
  }

  addPost(channelId: string, userId: string, message: string, fields: Partial<StubPost> = {}): StubPost {
    this.now += 1000;
    const id = this.dialect.newId();
    const post = { id, channel_id: channelId, user_id: userId, message, create_at: this.now, delete_at: 0, ...fields };
    this.posts.push(post);
    return post;
  }
}
