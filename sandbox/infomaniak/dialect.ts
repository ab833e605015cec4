import { json, Refusal, type Answer } from '../http/answer.ts';
import { routesOf } from '../http/route.ts';
import type { Dialect } from '../http/service.ts';
import type { World } from '../world.ts';
import { requireBudget } from './rate-limit.ts';

/** Who calls: there is one Manager token, hence one caller. */
export type ApiClient = 'manager token';

export const { route } = routesOf<ApiClient>();

export const success = (data: unknown, status = 200): Answer => json({ result: 'success', data }, status);

/** Infomaniak: the error envelope and its codes; reference/infomaniak-api.md section 2.2. */
export const refusal = (status: number, code: string, description: string): Refusal =>
  new Refusal(errorAnswer(status, code, description));

export const notFound = (): Refusal => refusal(404, 'object_not_found', 'The requested object does not exist.');

/** One field that is well-formed but not acceptable. */
export const invalidField = (attribute: string, rule: string): Refusal =>
  new Refusal(validationAnswer([{ attribute, rule }]));

export function infomaniakDialect(world: World): Dialect<ApiClient> {
  return {
    service: 'infomaniak',
    authenticate: (token) => {
      if (token !== world.provider.token) throw refusal(401, 'not_authorized', 'Authorization required.');
      requireBudget(world);
      return 'manager token';
    },
    nameOf: (client) => client,
    refused: (error) => (error instanceof Refusal ? error.answer : undefined),
    invalid: (problems) => validationAnswer(problems.map(({ field, rule }) => ({ attribute: field, rule }))),
    unknownRoute: () => errorAnswer(404, 'method_not_found', 'Method not found.'),
    wrongMethod: () => errorAnswer(404, 'method_not_found', 'Method not found.'),
    errorBody: (status) => errorBody(codes[status] ?? 'unexpected_error', 'Something went wrong.'),
  };
}

const codes: Readonly<Record<number, string>> = {
  401: 'not_authorized',
  403: 'access_denied',
  404: 'object_not_found',
  409: 'object_already_exists',
  422: 'validation_failed',
  429: 'too_many_requests',
};

function errorBody(code: string, description: string, errors?: unknown[]) {
  return { result: 'error', error: { code, description, ...(errors && { errors }) } };
}

function errorAnswer(status: number, code: string, description: string): Answer {
  return json(errorBody(code, description), status);
}

function validationAnswer(problems: { attribute: string; rule: string }[]): Answer {
  const errors = problems.map(({ attribute, rule }) => ({
    code: `validation_rule_${rule}`,
    description: `The ${attribute} field does not satisfy the rule "${rule}".`,
    context: { attribute },
  }));
  return json(errorBody('validation_failed', 'Validation failed', errors), 422);
}
