import { Router, type Request, type Response } from 'express';
import { inflict, type Faults } from '../faults.ts';
import type { World } from '../world.ts';
import { send, type Answer } from './answer.ts';
import { bearerToken } from './bearer-token.ts';
import type { Exchange, ObservedExchange, Observer, RequestRecord, Service } from './exchange.ts';
import type { FieldProblem } from './field-problems.ts';
import { InvalidFields, type RawCall, type Route } from './route.ts';

/** How one service speaks: whom it knows and how it words a "no". */
export interface Dialect<Caller> {
  service: Service;
  /** @throws what `refused` knows, when the token is missing, unknown or used too often */
  authenticate: (token: string | undefined) => Caller;
  nameOf: (caller: Caller) => string;
  /** Whether the named parts of a path are of the form that the router asks for. */
  isPath?: (params: RawCall['params']) => boolean;
  /** What this service's own "no" looks like; `undefined` for an error that is none. */
  refused: (error: unknown, english: boolean) => Answer | undefined;
  invalid: (problems: readonly FieldProblem[], english: boolean) => Answer;
  unknownRoute: (path: string) => Answer;
  wrongMethod: (method: string, path: string) => Answer;
  errorBody: (status: number) => unknown;
}

export interface ServiceOptions<Caller> {
  world: World;
  dialect: Dialect<Caller>;
  routes: Route<Caller>[];
  faults: Faults;
  observers: ReadonlySet<Observer>;
}

type Handle = (raw: RawCall, request: Request, record: RequestRecord) => Answer | Promise<Answer>;

/**
 * A strict service: exactly its routes exist, each with exactly its fields, and everything else is refused and recorded
 * as a violation. Every request passes the log, the observers and the faults.
 */
export function createService<Caller>(options: ServiceOptions<Caller>): Router {
  const { world, dialect } = options;
  const router = Router();
  const carry = (handle: Handle) => (request: Request, response: Response) =>
    carryOut(options, handle, request, response);
  const violate = (record: RequestRecord, problem: string) => {
    const { service, method, path, by } = record;
    world.violations.push({ service, method, path, by, problem });
  };
  const unknown = (record: RequestRecord) => {
    violate(record, 'no such route');
    return dialect.unknownRoute(record.path);
  };

  for (const route of options.routes) {
    router[route.method](
      route.path,
      carry(async (raw, request, record) => {
        if (dialect.isPath?.(raw.params) === false) return unknown(record);
        try {
          return await route.handle(raw, () => {
            const caller = dialect.authenticate(bearerToken(request.get('authorization')));
            record.by = dialect.nameOf(caller);
            return caller;
          });
        } catch (error) {
          const refused = dialect.refused(error, wantsEnglish(request));
          if (refused) return refused;
          if (!(error instanceof InvalidFields)) throw error;
          if (error.problems.some((problem) => problem.rule === 'prohibited')) violate(record, error.message);
          return dialect.invalid(error.problems, wantsEnglish(request));
        }
      }),
    );
  }
  for (const path of new Set(options.routes.map((route) => route.path))) {
    router.all(
      path,
      carry((_raw, request, record) => {
        violate(record, 'no such method on this route');
        return dialect.wrongMethod(request.method, record.path);
      }),
    );
  }
  router.use(carry((_raw, _request, record) => unknown(record)));
  return router;
}

async function carryOut<Caller>(
  options: ServiceOptions<Caller>,
  handle: Handle,
  request: Request,
  response: Response,
): Promise<void> {
  const { world, dialect, faults } = options;
  const exchange: Exchange = {
    service: dialect.service,
    method: request.method,
    path: documentedPath(request),
    query: request.query,
    body: request.body as unknown,
  };
  const record: RequestRecord = { ...exchange, at: world.now(), by: undefined, status: undefined };
  world.requests.push(record);

  if ((await observe(options.observers, { ...exchange, phase: 'before' })) === 'lost') {
    response.destroy();
    return;
  }
  const early = faults.take(exchange, 'before');
  if (early && (await inflict(early, response, dialect.errorBody))) return;

  const answer = await handle({ params: request.params, query: exchange.query, body: exchange.body }, request, record);
  record.status = answer.status;
  if (request.method !== 'GET') world.changes.notify();

  await observe(options.observers, { ...exchange, phase: 'after' });
  const late = faults.take(exchange, 'after');
  if (late && (await inflict(late, response, dialect.errorBody))) return;
  send(response, answer);
}

async function observe(observers: ReadonlySet<Observer>, exchange: ObservedExchange): Promise<'lost' | undefined> {
  for (const observer of observers) {
    if ((await observer(exchange)) === 'lost') return 'lost';
  }
  return undefined;
}

/** The provider lives under a prefix here, which its documents do not have. */
function documentedPath(request: Request): string {
  return `${request.baseUrl}${request.path}`.replace(/^\/infomaniak/, '');
}

/** kChat: messages are localised, French was seen; reference/kchat.md section 5. */
function wantsEnglish(request: Request): boolean {
  return (request.get('accept-language') ?? '').toLowerCase().startsWith('en');
}
