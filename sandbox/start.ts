import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlRoutes } from './control/control-routes.ts';
import { pageFiles } from './control/page-files.ts';
import { reportErrors } from './control/report-errors.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Observer } from './http/exchange.ts';
import type { ProviderSettings } from './infomaniak/first-state.ts';
import { infomaniakService } from './infomaniak/service.ts';
import type { FlavorName } from './kchat/flavor/flavor.ts';
import type { Realtime } from './kchat/realtime/realtime.ts';
import { startRealtime } from './kchat/realtime/start-realtime.ts';
import { kchatService } from './kchat/service.ts';
import { acceptanceRoutes } from './mailbox/acceptance-routes.ts';
import { guestAcceptanceRoutes } from './mailbox/guest-acceptance-routes.ts';
import { mailboxRoutes } from './mailbox/mailbox-routes.ts';
import { createWorld } from './create-world.ts';
import type { World } from './world.ts';

export interface SandboxOptions extends ProviderSettings {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: '127.0.0.1';
  /** Further people who are in the team from the start. */
  members?: number;
  now?: () => number;
  /** Which server the chat is: kChat unless told. */
  flavor?: FlavorName;
  /** The team's name, `acme` unless told. */
  team?: string;
  /** kChat refuses posts with any `props`, attachments included: whether it does is unknown. */
  refusesProps?: boolean;
}

export interface Sandbox {
  origin: string;
  kchatUrl: string;
  /** Base URL of the emulated provider. */
  infomaniakUrl: string;
  mailboxUrl: string;
  pageUrl: string;
  teamName: string;
  teamId: string;
  accountId: number;
  infomaniakToken: string;
  tokens: { admin: string; member: string };
  world: World;
  faults: Faults;
  realtime: Realtime;
  /** @returns the way to stop observing */
  observe(observer: Observer): () => void;
  close(): Promise<void>;
}

/** Longer than any client here keeps one: on a busy machine a request met a connection that was just being closed. */
const idleConnectionMs = 120_000;

/**
 * Starts both emulated platforms, the mailbox and the page on one origin.
 * @throws Error when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const server = createServer({ keepAliveTimeout: idleConnectionMs });
  const origin = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  const { world, tokens } = createWorld(origin, options);
  const faults = createFaults();
  const realtime = startRealtime(server, world);
  const observers = new Set<Observer>();

  const app = express();
  app.disable('x-powered-by').set('query parser', 'extended').set('etag', false);
  app.use(express.json({ strict: false, limit: '1mb' }), express.urlencoded({ extended: false }));
  app.use('/infomaniak', infomaniakService(world, faults, observers));
  app.use('/mailbox', mailboxRoutes(world));
  app.use('/invitation/account', acceptanceRoutes(world));
  app.use('/invitation/guest', guestAcceptanceRoutes(world));
  app.use('/sandbox', controlRoutes(world, faults, realtime));
  app.use(kchatService(world, faults, observers));
  app.use(pageFiles());
  app.use(reportErrors);
  server.on('request', app);

  return {
    origin,
    kchatUrl: origin,
    infomaniakUrl: `${origin}/infomaniak`,
    mailboxUrl: `${origin}/mailbox`,
    pageUrl: `${origin}/`,
    teamName: world.kchat.team.name,
    teamId: world.kchat.team.id,
    accountId: world.provider.accountId,
    infomaniakToken: world.provider.token,
    tokens,
    world,
    faults,
    realtime,
    observe: (observer) => {
      observers.add(observer);
      return () => observers.delete(observer);
    },
    close: () => {
      realtime.close();
      return close(server);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(`http://${host}:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Cuts what hangs: the event streams of open pages, and requests that a fault never answers. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
