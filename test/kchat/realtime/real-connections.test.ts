import { describe, expect, it, onTestFinished } from 'vitest';
import type { FlavorName } from '../../../sandbox/kchat/flavor/flavor.ts';
import { startSandbox, type SandboxOptions } from '../../../sandbox/start.ts';
import { createHttp } from '../../../src/kchat/http.ts';
import { findKind } from '../../../src/kchat/realtime/find-kind.ts';
import { createConnect } from '../../../src/kchat/realtime/start-realtime.ts';
import { startRawServer } from '../raw-server.ts';
import { until } from '../../support/until.ts';

/** The sandbox, and one connection to it by an administrator's token. */
async function open(options: SandboxOptions, changes: { token?: string; teamId?: string } = {}) {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  const { world, tokens } = sandbox;
  const id = world.kchat.tokens.get(tokens.admin) ?? '';
  const bot = { id, infomaniakUserId: world.kchat.people.get(id)?.user_id };
  const server = { url: sandbox.kchatUrl, token: tokens.admin, teamId: sandbox.teamId, bot, ...changes };
  const kind = options.flavor === 'mattermost' ? 'mattermost' : 'pusher';
  const connect = createConnect(kind, server, () => undefined);
  const events: string[] = [];
  const ending = new AbortController();
  onTestFinished(() => {
    ending.abort();
  });
  const opened = Promise.withResolvers<undefined>();
  const ended = connect(
    {
      onOpen: () => {
        opened.resolve(undefined);
      },
      onEvent: (name) => events.push(name),
    },
    ending.signal,
  );
  // A failure is looked at by the test that expects it.
  ended.catch(() => undefined);
  return { sandbox, opened: opened.promise, ended, ending, events };
}

describe.each<FlavorName>(['kchat', 'mattermost'])('a connection to %s', (flavor) => {
  it('hears who arrives', async () => {
    const { sandbox, opened, events } = await open({ flavor });
    await opened;
    await fetch(`${sandbox.origin}/sandbox/walk-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ first_name: 'Max', last_name: 'Frei', email: 'max.frei@example.test' }),
    });
    await until('the event', () => events.includes('user_added'));
  });

  it('ends with a reason when the server drops it', async () => {
    const { sandbox, opened, ended } = await open({ flavor });
    await opened;
    sandbox.realtime.drop();
    expect(await ended).not.toBe('');
  });

  it('ends when it is stopped, and leaves nothing behind at the server', async () => {
    const { sandbox, opened, ended, ending } = await open({ flavor });
    await opened;
    ending.abort();
    expect(await ended).toBe('stopped');
    await until('the end at the server', () => sandbox.realtime.connections() === 0);
  });

  it('is refused with another token', async () => {
    const { ended } = await open({ flavor }, { token: 'not-a-token' });
    await expect(ended).rejects.toThrow();
  });

  it('is recognised by a plain request', async () => {
    const { sandbox } = await open({ flavor });
    const kind = await findKind(createHttp({}), sandbox.kchatUrl, sandbox.tokens.admin);
    expect(kind).toBe(flavor === 'kchat' ? 'pusher' : 'mattermost');
  });
});

it.each([
  [200, undefined],
  [404, 'pusher'],
  [426, 'mattermost'],
  [503, undefined],
])('an answer of %i to a plain request tells: %s', async (status, kind) => {
  const url = await startRawServer((_request, response) => response.writeHead(status).end('{}'));
  expect(await findKind(createHttp({}), url, 'token')).toBe(kind);
});

it('a server that does not answer tells nothing', async () => {
  expect(await findKind(createHttp({}), 'http://127.0.0.1:1', 'token')).toBeUndefined();
});
