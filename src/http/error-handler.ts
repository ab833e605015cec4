import type { ErrorRequestHandler } from 'express';

export interface HttpLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Body parsers report what they refuse as `status`; anything else is a bug of ours. Neither leaks any detail. */
export function errorHandler(log: HttpLog): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      log.warn({ status }, 'a request was refused');
      response.status(status).json({ error: 'bad request' });
      return;
    }
    log.error({ err: error }, 'a request failed');
    response.status(500).json({ error: 'internal error' });
  };
}
