import { once } from 'node:events';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { CommandCall } from '../../src/command-line/answer-command.ts';
import { ForgedTicketError } from '../../src/command-line/redeem-ticket.ts';
import { hashToken } from '../../src/http/command-tokens.ts';
import { Readiness } from '../../src/http/readiness.ts';
import { createHttpApp, type HttpOptions } from '../../src/http/server.ts';
import { listen } from '../../src/listen.ts';
import { createLogContext } from '../../src/log-context.ts';
import { createLogger } from '../../src/logger.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { overhear } from '../support/overheard.ts';

export interface RunningHttp {
  url: string;
  options: HttpOptions;
  calls: CommandCall[];
  /** The log as it would be on the screen. */
  logLines: string[];
}

export const form = {
  token: 'first-token',
  team_id: '0f7d2a86-3c3a-4d6e-9d0e-5f4a3b2c1d00',
  channel_id: 'c1',
  user_id: 'u1',
  command: '/kinvite',
  text: 'jane@acme.ch Jane Doe',
};

/** The real server on a free port of this machine, with the real log; stopped when the test ends. */
export async function startHttp(changes: Partial<HttpOptions> = {}): Promise<RunningHttp> {
  const calls: CommandCall[] = [];
  const logLines: string[] = [];
  const { within, ids } = createLogContext();
  const options: HttpOptions = {
    validTokenHashes: () => Promise.resolve([hashToken('first-token'), hashToken('second-token')]),
    answer: (call) => {
      calls.push(call);
      return Promise.resolve({ text: 'Done.' });
    },
    press: () => Promise.reject(new ForgedTicketError('no ticket')),
    submit: () => Promise.reject(new ForgedTicketError('no ticket')),
    cardUpdate: ({ text }) => ({ message: text }),
    failed: () => 'Something went wrong.',
    observe: () => undefined,
    metrics: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
    ready: () => new Readiness({}, new FakeClock()).report(),
    takesCommands: () => new Readiness({}, new FakeClock()).report(),
    clock: new FakeClock(),
    within,
    log: createLogger(
      'trace',
      {
        write: (line) => {
          logLines.push(line);
          overhear('the HTTP server', line);
        },
      },
      ids,
    ),
    ...changes,
  };
  const server = await listen(createHttpApp(options), 0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { url: `http://127.0.0.1:${address.port}`, options, calls, logLines };
}

export function postForm({ url }: RunningHttp, fields: Record<string, string>): Promise<Response> {
  return fetch(`${url}/kchat/command`, { method: 'POST', body: new URLSearchParams(fields) });
}

export function postBody({ url }: RunningHttp, contentType: string, body: string): Promise<Response> {
  return fetch(`${url}/kchat/command`, { method: 'POST', headers: { 'content-type': contentType }, body });
}

export function postWithHeader({ url }: RunningHttp, authorization: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  return fetch(`${url}/kchat/command`, { method: 'POST', headers: { authorization }, body });
}

/** Sends the lines of a request's head and nothing more. @returns what comes back until the first pause. */
export async function sendUnfinished(url: string, head: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => {
    socket.destroy();
  });
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(5_000) })) as [Buffer];
  return answer.toString();
}
