import { z } from 'zod';
import { NotPermittedError, UserError } from '../errors.ts';
import type { AnsweredBy, AnswerOutcome, Observe } from '../ports/observe.ts';
import { ForgedTicketError } from './redeem-ticket.ts';

/** One answer in the making. */
export interface WatchedAnswer {
  /** The verb of the registry, as soon as it is known; what was typed never stands here. */
  verb: string;
  ended(outcome: AnswerOutcome): void;
}

/** Measures an answer from here on, and tells of it when it has ended. */
export function watchAnswer(observe: Observe, by: AnsweredBy): WatchedAnswer {
  const startedAt = performance.now();
  return {
    verb: 'unknown',
    ended(outcome) {
      observe({ happened: 'answer', verb: this.verb, by, outcome, durationMs: performance.now() - startedAt });
    },
  };
}

/** How an answer has ended that was broken off by an error, be it a person's mistake or a fault of ours. */
export function outcomeOf(error: unknown): AnswerOutcome {
  if (error instanceof NotPermittedError || error instanceof ForgedTicketError) return 'refused';
  return error instanceof UserError || error instanceof z.ZodError ? 'mistake' : 'failed';
}
