import { setTimeout as wait } from 'node:timers/promises';
import { tokenAdvice } from './http/advice.ts';

export interface HoldOptions {
  /** Throws while kChat refuses the token. */
  identify: () => Promise<unknown>;
  /** Nothing more is claimed from here on. */
  pause: () => void;
  resume: () => void;
  log: { error(details: object, message: string): void; info(details: object, message: string): void };
  /** Before the first check, in milliseconds; it doubles up to `longestPauseMs`. */
  firstPauseMs?: number;
}

export interface Hold {
  /** kChat has answered 401 to the bot's token; returns when it is known whether the work is held. */
  refused(): Promise<void>;
  isHeld(): boolean;
  stop(): void;
}

const longestPauseMs = 60_000;

/**
 * Without its token the bot can do nothing of what it owes, and trying would only use the attempts up: it waits until
 * kChat accepts the token again. A token that is replaced in the environment is read at the next start.
 */
export function holdWhileRefused({ identify, pause, resume, log, firstPauseMs = 5_000 }: HoldOptions): Hold {
  const stopping = new AbortController();
  let isHeld = false;

  const isAccepted = () =>
    identify().then(
      () => true,
      () => false,
    );
  const goOn = () => {
    isHeld = false;
    if (!stopping.signal.aborted) resume();
  };

  /** @throws AbortError when the program stops. */
  const goOnWhenAccepted = async () => {
    let pauseMs = firstPauseMs;
    do {
      await wait(pauseMs, undefined, { signal: stopping.signal });
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    } while (!(await isAccepted()));
    log.info({}, 'kChat accepts the bot’s token again');
    goOn();
  };

  return {
    refused: async () => {
      // Also the way out for the 401 that our own question meets.
      if (isHeld || stopping.signal.aborted) return;
      isHeld = true;
      pause();
      // A single route may answer 401 for reasons of its own; then its delivery alone has to bear it.
      if (await isAccepted()) {
        goOn();
        return;
      }
      log.error({}, tokenAdvice);
      goOnWhenAccepted().catch(() => undefined);
    },
    isHeld: () => isHeld,
    stop: () => {
      stopping.abort();
    },
  };
}
