/** Realtime as a test sees it: how many listen, and the trouble it can make. Nothing is ever sent a second time. */
export interface Realtime {
  /** Connections that hear what happens: signed in, or subscribed to a channel at least. */
  connections(): number;
  /** Ends all connections, as a server does that restarts. */
  drop(): void;
  /** Ends all connections and refuses new ones until `restore`. */
  cut(): void;
  /** Connections are taken again, and heard. */
  restore(): void;
  /** While muted, connections stay up and tell nothing: the trouble that no client notices. */
  mute(muted?: boolean): void;
}
