import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { adminRoutes } from './admin-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import type { Dialect } from './dialect.ts';
import { postRoutes } from './post-routes.ts';
import { StubProblem, match, readText } from './router.ts';
import { World } from './world.ts';

export interface Stub {
  url: string;
  world: World;
  /** `METHOD /path?query` as it came, undecoded, without `/api/v4`. */
  requests: string[];
  botToken: string;
  adminToken: string;
  bot: { id: string };
}

/** A small chat server on loopback with a bot and an administrator, closed when the test ends. */
export async function startStub(dialect: Dialect): Promise<Stub> {
  const world = new World(dialect);
  const bot = world.addMember('helper', { is_bot: true });
  const admin = world.addMember('root', { roles: 'system_user system_admin' });
  world.tokens.set('bot-token', bot.id).set('admin-token', admin.id);

  const requests: string[] = [];
  const routes = [...chatRoutes(world), ...postRoutes(world), ...adminRoutes(world)];

  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const { method = '', url: target = '', headers } = request;
    const text = await readText(request);
    requests.push(`${method} ${target.replace('/api/v4', '')}`);
    const url = new URL(target, 'http://stub');
    const userId = world.tokens.get(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    if (userId === undefined) throw new StubProblem(401, 'api.context.session_expired.app_error', 'Unauthorized');
    if (headers.accept !== 'application/json' || headers['accept-language'] !== 'en') {
      throw new StubProblem(406, 'stub', 'The answer would be HTML or French.');
    }
    for (const route of routes) {
      const params = match(route, method, url.pathname.replace('/api/v4', ''));
      const name = `${route.method} ${route.path}`;
      if (!params || world.missingRoutes.has(name)) continue;
      if (world.forbiddenRoutes.has(name)) throw new StubProblem(403, 'api.context.permissions.app_error', 'Forbidden');
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      return { status: route.status, body: route.handle({ params, query: url.searchParams, body, userId }) };
    }
    return { status: 404, body: dialect.unknownRoute(url.pathname) };
  };

  const server = createServer((request, response) => {
    void answer(request)
      .catch((error: unknown) => {
        const { status, id, message } =
          error instanceof StubProblem ? error : new StubProblem(422, 'stub', String(error));
        return { status, body: dialect.error(status, id, message) };
      })
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });

  const { port } = server.address() as AddressInfo;
  const tokens = { botToken: 'bot-token', adminToken: 'admin-token' };
  return { url: `http://127.0.0.1:${port}`, world, requests, bot, ...tokens };
}
