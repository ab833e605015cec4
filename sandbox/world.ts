import type { RequestRecord, Violation } from './http/exchange.ts';
import type { ProviderState } from './infomaniak/state.ts';
import type { KchatState } from './kchat/state.ts';

/** A mail that an invitee received. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  acceptUrl: string;
  /** Milliseconds. */
  at: number;
}

/** Everything the sandbox knows. In memory only; a test may read all of it and change what it needs. */
export interface World {
  now: () => number;
  origin: string;
  kchat: KchatState;
  provider: ProviderState;
  /** kChat ids of those who arrived while the sandbox was running. */
  newcomers: Set<string>;
  /** Oldest first. */
  mails: Mail[];
  requests: RequestRecord[];
  violations: Violation[];
  changes: Changes;
}

/** Tells those who look that something has changed, without saying what: they fetch it. */
export interface Changes {
  notify(): void;
  /** @returns the way to stop listening */
  subscribe(listener: () => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  return {
    notify: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
