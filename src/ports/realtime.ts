/**
 * Something that kChat told at the moment it happened. A hint says only where to look: some never come, some come
 * twice, and none is repeated for those who were away.
 */
export type Hint =
  /** A person joined the team or a channel, or was changed. */
  | { about: 'person'; userId: string }
  /** Somebody has written directly to somebody, with files. */
  | { about: 'file'; postId: string; channelId: string; userId: string }
  /** A person's roles changed, or something else that commands look at, such as their language. */
  | { about: 'rights'; userId: string }
  /** The connection stands (again): whatever happened before was not heard. */
  | { about: 'everybody' };

/** A connection to kChat's events that is kept up until it is stopped. */
export interface Realtime {
  state(): RealtimeState;
  stop(): Promise<void>;
}

/** `off`: nobody asked for a connection. */
export type RealtimeState = 'connected' | 'disconnected' | 'off';
