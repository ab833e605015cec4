import type { Connect } from './connect.ts';
import type { RealtimeKind } from './find-kind.ts';

export interface ConnectToAnyOptions {
  /** The kinds to try in turn, the likeliest first. */
  order: () => Promise<readonly RealtimeKind[]>;
  connectors: Readonly<Record<RealtimeKind, Connect>>;
  /** A kind was seen to work; told once. */
  onFound: (kind: RealtimeKind) => void;
}

/** Tries one kind per connection, the next one after each failure, and stays with the first that has worked. */
export function connectToAny({ order, connectors, onFound }: ConnectToAnyOptions): Connect {
  let untried: RealtimeKind[] = [];
  let found: RealtimeKind | undefined;
  return async (listener, signal) => {
    if (found === undefined && untried.length === 0) untried = [...(await order())];
    const kind = found ?? untried.shift();
    if (kind === undefined) throw new Error('There is no kind of realtime to try');
    const onOpen = () => {
      if (found === undefined) onFound(kind);
      found = kind;
      listener.onOpen();
    };
    return connectors[kind]({ ...listener, onOpen }, signal);
  };
}
