import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import { ConfigurationError } from './errors.ts';

/** Slow clients are cut off: a command's form is small and comes from a server. Milliseconds. */
const patience = {
  requestTimeout: 10_000,
  headersTimeout: 10_000,
  // Node looks this often; its own 30 s would make both limits four times as long.
  connectionsCheckingInterval: 1_000,
  // Longer than proxies keep an idle connection (Caddy: two minutes). Who closes it first decides: if it were us, a
  // proxy could send a command into the end of it.
  keepAliveTimeout: 130_000,
};

/** Far more than kChat opens; what is beyond is dropped, so that idle connections can't use up the process. */
const mostConnections = 2_000;

/** @throws ConfigurationError when the address can't be listened on. */
export async function listen(app: Express, port: number, host: string, limits = patience): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(limits, app);
    server.maxConnections = mostConnections;
    const refuse = (error: Error) => {
      reject(new ConfigurationError([`HOST and PORT: can't listen on ${host}:${port} (${error.message}).`]));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve(server);
    });
  });
}
