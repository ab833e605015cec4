import { z } from 'zod';
import type { Answer } from './answer.ts';
import { fieldProblems, type FieldProblem } from './field-problems.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A request before anything is known of it. */
export interface RawCall {
  params: Readonly<Record<string, unknown>>;
  query: unknown;
  body: unknown;
}

/** A request whose caller is known and whose fields were checked. */
export interface Call<Caller, Query, Body> {
  caller: Caller;
  /** A named part of the path. */
  param: (name: string) => string;
  query: Query;
  body: Body;
}

export interface Route<Caller> {
  method: Method;
  path: string;
  /** @throws InvalidFields, and what the dialect words as refused */
  handle(raw: RawCall, authenticate: () => Caller): Answer | Promise<Answer>;
}

/** The request has fields that are wrong, missing or undocumented. */
export class InvalidFields extends Error {
  override name = 'InvalidFields';
  readonly problems: readonly FieldProblem[];

  constructor(problems: readonly FieldProblem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.rule}`).join(', '));
    this.problems = problems;
  }
}

interface Definition<Caller, Query, Body> {
  method: Method;
  path: string;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  answer(call: Call<Caller, Query, Body>): Answer | Promise<Answer>;
}

/** Nothing may be sent: routes that name no schema refuse every parameter and field. */
const nothing = z.strictObject({});

/** Route constructors of one service. `route` wants a caller first, `openRoute` asks for none. */
export function routesOf<Caller>() {
  const route = <Query, Body>(definition: Definition<Caller, Query, Body>): Route<Caller> => ({
    method: definition.method,
    path: definition.path,
    handle: (raw, authenticate) => {
      const caller = authenticate();
      return definition.answer({ caller, ...checked(definition, raw) });
    },
  });
  const openRoute = <Query, Body>(definition: Definition<undefined, Query, Body>): Route<Caller> => ({
    method: definition.method,
    path: definition.path,
    handle: (raw) => definition.answer({ caller: undefined, ...checked(definition, raw) }),
  });
  return { route, openRoute };
}

function checked<Caller, Query, Body>(definition: Definition<Caller, Query, Body>, raw: RawCall) {
  return {
    param: (name: string) => z.string().parse(raw.params[name]),
    query: check(definition.query ?? (nothing as z.ZodType<Query>), raw.query),
    body: check(definition.body ?? (nothing as z.ZodType<Body>), raw.body ?? {}),
  };
}

function check<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidFields(fieldProblems(result.error, input));
}
