import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Within } from '../ports/within.ts';

/** Each request gets an id of its own, in the log and in the reply's headers. One that came with it is not believed. */
export function requestIds(within: Within): RequestHandler {
  return (_request, response, next) => {
    const request = randomUUID();
    response.setHeader('x-request-id', request);
    within({ request }, next);
  };
}
