import { describe, expect, test } from 'vitest';
import { ConfigurationError, RefusedStartError, RemoteRefusal, RemoteSilence, UserError } from '../src/errors.ts';
import { createLogger } from '../src/logger.ts';

const secret = 'jane@acme.ch hunter2';

function capture() {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => lines.push(line) });
  return { lines, log, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const refusal = new RemoteRefusal({
  service: 'Infomaniak',
  operation: 'POST /invitations',
  status: 422,
  code: 'validation_failed',
  description: secret,
  fields: { email: secret },
  retryAfterMs: 1_000,
});

describe('what an error says never reaches the log', () => {
  test.each([
    ['a plain error', new Error(secret)],
    ['an error of many lines', new Error(`broken\n    at ${secret}\nat ${secret}\n    at f (${secret}:1:1)`)],
    ['an error with a cause', new Error(secret, { cause: new Error(secret) })],
    ['an error with more to it', Object.assign(new TypeError('x'), { body: secret, config: { token: secret } })],
    ['several errors in one', new AggregateError([new Error(secret)], secret)],
    ['a person’s mistake', new UserError(secret)],
    ['a refusal', refusal],
    ['a text', secret],
    ['an object', { message: secret, stack: secret }],
  ])('of %s', (_what, err) => {
    const { lines, log } = capture();
    log.error({ err }, 'it failed');
    log.child({ part: 'worker' }).warn({ err }, 'it failed');
    log.error({ err });
    if (err instanceof Error) log.error(err);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.join()).not.toMatch(/jane|hunter2/);
  });
});

describe('an error in the log', () => {
  test('keeps its name, code and place', () => {
    const { log, last } = capture();
    log.error({ err: Object.assign(new TypeError(secret), { code: 'ECONNRESET' }) }, 'it failed');
    expect(last()).toMatchObject({ msg: 'it failed', err: { name: 'TypeError', code: 'ECONNRESET' } });
    expect(last().err).toHaveProperty('stack[0]', expect.stringMatching(/^at .*logger\.test\.ts:\d+/));
  });

  test('of a refusal keeps what the service decided', () => {
    const { log, last } = capture();
    log.error({ err: refusal }, 'it failed');
    expect(last().err).toEqual({
      name: 'RemoteRefusal',
      service: 'Infomaniak',
      operation: 'POST /invitations',
      status: 422,
      code: 'validation_failed',
      retryAfterMs: 1_000,
    });
  });

  test('of a silence keeps its reason', () => {
    const { log, last } = capture();
    log.error(
      { err: new RemoteSilence({ service: 'kChat', operation: 'GET /users', reason: 'timeout' }) },
      'it failed',
    );
    expect(last().err).toEqual({ name: 'RemoteSilence', service: 'kChat', operation: 'GET /users', reason: 'timeout' });
  });

  test.each([new RefusedStartError('The database is newer.'), new ConfigurationError(['PORT is missing.'])])(
    'of our own start keeps its words: $message',
    (err) => {
      const { log, last } = capture();
      log.error({ err }, 'it failed');
      expect(last().err).toEqual({ name: err.name, message: err.message });
    },
  );
});

test('a line has its time and its words, and none below the level is written', () => {
  const { lines, log, last } = capture();
  log.debug({}, 'unseen');
  expect(lines).toEqual([]);
  log.info({ team: 'acme' }, 'serving');
  expect(last()).toMatchObject({ level: 30, team: 'acme', msg: 'serving' });
  expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT/);
  log.info('stopped');
  expect(last().msg).toBe('stopped');
});
