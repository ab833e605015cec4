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
  /** kChat has answered 401 to the bot's token. */
  refused(): void;
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

  const untilAccepted = async () => {
    for (let pauseMs = firstPauseMs; !stopping.signal.aborted; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      const isAccepted = await identify().then(
        () => true,
        () => false,
      );
      if (isAccepted) return;
    }
  };

  return {
    refused: () => {
      if (isHeld || stopping.signal.aborted) return;
      isHeld = true;
      pause();
      log.error({}, tokenAdvice);
      void untilAccepted().then(() => {
        isHeld = false;
        if (stopping.signal.aborted) return;
        log.info({}, 'kChat accepts the bot’s token again');
        resume();
      });
    },
    stop: () => {
      stopping.abort();
    },
  };
}
