import { setTimeout as wait } from 'node:timers/promises';
import type { Hint, Realtime } from '../../ports/realtime.ts';
import type { Connect } from './connect.ts';
import { createRepeatFilter } from './repeat-filter.ts';
import { hintsOfEvent } from './hints-of-event.ts';

export interface RealtimeLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface KeepConnectedOptions {
  connect: Connect;
  onHint: (hint: Hint) => void;
  log: RealtimeLog;
  /** The pause before the first new attempt, in milliseconds. It doubles up to `longestPauseMs`. */
  firstPauseMs?: number;
}

/** kChat's own clients wait 1 s, doubling, at most 30 s (kChat: section 3). */
const firstPause = 1_000;
const longestPauseMs = 30_000;

/** From this many failures in a row on, operators should know; the first ones may be a restart of the server. */
const worthAWarning = 3;

/** Keeps a connection up until it is stopped. Whenever it stands, everybody has to be looked at: nothing is replayed. */
export function keepConnected({ connect, onHint, log, firstPauseMs = firstPause }: KeepConnectedOptions): Realtime {
  const stopping = new AbortController();
  let failures = 0;
  let isOpen = false;
  const onOpen = () => {
    isOpen = true;
    if (failures >= worthAWarning) log.info({}, 'realtime works again');
    failures = 0;
    onHint({ about: 'everybody' });
  };

  const live = async () => {
    while (!stopping.signal.aborted) {
      const isRepeat = createRepeatFilter();
      const onEvent = (name: string, data: unknown, channel?: string) => {
        for (const hint of hintsOfEvent(name, data)) {
          if (!isRepeat(name, hint, channel)) onHint(hint);
        }
      };
      try {
        const reason = await connect({ onOpen, onEvent }, stopping.signal);
        log.info({ reason }, 'the realtime connection has ended');
      } catch (error) {
        failures += 1;
        if (failures === worthAWarning) {
          log.warn({ err: error }, 'realtime does not work; arrivals are noticed by polling alone. I keep trying.');
        }
      }
      isOpen = false;
      const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, failures - 1));
      // A server that was restarted should not see all its bots at the same moment.
      await wait(pause / 2 + (pause / 2) * Math.random(), undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
    }
  };

  const ended = live();
  return {
    state: () => (isOpen ? 'connected' : 'disconnected'),
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
