import type { Server } from 'node:http';
import type { Express } from 'express';
import { ConfigurationError } from './errors.ts';

/** Slow clients are cut off: a command's form is small and comes from a server. Milliseconds. */
const requestTimeoutMs = 10_000;

/** @throws ConfigurationError when the address can't be listened on. */
export async function listen(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error) reject(new ConfigurationError([`HOST and PORT: can't listen on ${host}:${port} (${error.message}).`]));
      else resolve(server);
    });
    server.requestTimeout = requestTimeoutMs;
    server.headersTimeout = requestTimeoutMs;
  });
}
