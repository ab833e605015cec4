import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { json, send } from '../http/answer.ts';

/** Last in line: a control request with wrong fields, an unreadable body, or a mistake in the sandbox itself. */
export const reportErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (error instanceof z.ZodError) {
    send(response, json({ message: z.prettifyError(error) }, 422));
    return;
  }
  const status = statusOf(error);
  if (status === 500) console.error('Sandbox: a mistake of its own:', error);
  send(response, json({ message: error instanceof Error ? error.message : 'Error' }, status));
};

/** Body parsers attach the status that a bad request deserves. */
function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}
