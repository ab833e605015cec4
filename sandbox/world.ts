import type { RequestRecord, Violation } from './http/exchange.ts';
import type { ProviderState } from './infomaniak/state.ts';
import type { Happening } from './kchat/happening.ts';
import type { KchatState } from './kchat/state.ts';
import type { Signal } from './signal.ts';

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
  /** Tells the page that something has changed, without saying what: it looks. */
  changes: Signal<void>;
  /** Tells realtime what happens in the chat. */
  happenings: Signal<Happening>;
}
