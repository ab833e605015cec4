import type { Logger } from 'pino';
import { owePoll } from './arrivals/owe-looks.ts';
import { hearArrivals, type HearArrivalsOptions } from './hear-arrivals.ts';
import type { RealtimeState } from './ports/realtime.ts';
import type { Leading } from './ports/replicas.ts';
import { owePeriodically } from './schedule.ts';

export interface LeadOptions extends HearArrivalsOptions {
  pollSchedule: string;
  log: Logger;
}

/** The lead, and what becomes of listening. */
export interface Lead extends Leading {
  /** `off` as well once it has stopped: another process listens then. */
  realtimeState(): RealtimeState;
}

/** What one process does for all that share a database: it owes the polls and listens for arrivals. */
export function lead({ pollSchedule, ...hearing }: LeadOptions): Lead {
  const { deps, log, onOwed } = hearing;
  const onError = (error: unknown) => {
    log.error({ err: error }, 'a poll could not be owed');
  };
  // Nobody looked while nobody led.
  owePoll(deps).then(onOwed, onError);
  const polls = owePeriodically('poll', pollSchedule, () => owePoll(deps), { onOwed, onError });
  const realtime = hearArrivals(hearing);
  let isOver = false;
  return {
    realtimeState: () => (isOver ? 'off' : realtime.state()),
    stop: async () => {
      isOver = true;
      await realtime.stop();
      await polls.destroy();
    },
  };
}
