import { Histogram, type Registry } from 'prom-client';
import type { Observe } from '../ports/observe.ts';
import { replySeconds } from './facts.ts';

/** Replies are the program's as a whole: what came with a wrong token is no team's. */
export function countReplies(registry: Registry): Observe {
  const replies = new Histogram({
    name: 'kchat_invite_reply_duration_seconds',
    help: 'From the first byte of an HTTP request to the end of its reply.',
    labelNames: ['route', 'status'],
    buckets: replySeconds,
    registers: [registry],
  });
  return (fact) => {
    if (fact.happened !== 'reply') return;
    replies.observe({ route: fact.route, status: fact.status }, fact.durationMs / 1_000);
  };
}
