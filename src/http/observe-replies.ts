import type { RequestHandler } from 'express';
import type { Observe } from '../ports/observe.ts';

/** Tells how long each reply took. A route is named as it is written here; what was asked for never stands in a fact. */
export function observeReplies(observe: Observe): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    // Also when the client went away before the end.
    response.once('close', () => {
      const { path } = (request.route ?? {}) as { path?: unknown };
      const route = typeof path === 'string' ? path : 'unknown';
      observe({ happened: 'reply', route, status: response.statusCode, durationMs: performance.now() - startedAt });
    });
    next();
  };
}
