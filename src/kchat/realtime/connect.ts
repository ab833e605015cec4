/** What a connection tells while it lasts. */
export interface ConnectionListener {
  /** Events are heard from now on. */
  onOpen: () => void;
  /** @param channel where it was heard, on platforms that send one event on several channels. */
  onEvent: (name: string, data: unknown, channel?: string) => void;
}

/**
 * Opens one connection and lives as long as it does.
 * @param signal ends it.
 * @returns when it has ended, after it was open; in words why.
 * @throws Error, RemoteRefusal, RemoteSilence when it could not be opened.
 */
export type Connect = (listener: ConnectionListener, signal: AbortSignal) => Promise<string>;

/** How long a connection may take until it hears events, in milliseconds. */
export const openWithinMs = 10_000;
