import { describe, expect, test } from 'vitest';
import { hashToken } from '../../src/http/command-tokens.ts';
import { form, postBody, postForm, startHttp } from './start-http.ts';

const call = {
  teamId: form.team_id,
  channelId: 'c1',
  userId: 'u1',
  command: '/kinvite',
  text: 'jane@acme.ch Jane Doe',
  responseUrl: undefined,
};

describe('a command', () => {
  test('comes as a form, and the answer is for the caller alone and not parsed as Slack’s', async () => {
    const http = await startHttp();
    const response = await postForm(http, { ...form, response_url: 'https://acme.test/hooks/commands/1', extra: 'x' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch('application/json');
    await expect(response.json()).resolves.toEqual({
      response_type: 'ephemeral',
      text: 'Done.',
      skip_slack_parsing: true,
    });
    expect(http.calls).toEqual([{ ...call, responseUrl: 'https://acme.test/hooks/commands/1' }]);
  });

  test.each(['application/json', 'application/json; charset=utf-8'])('comes as %s too', async (contentType) => {
    const http = await startHttp();
    const response = await postBody(http, contentType, JSON.stringify(form));
    expect(response.status).toBe(200);
    expect(http.calls).toEqual([call]);
  });

  test('keeps its text as it was typed', async () => {
    const http = await startHttp();
    const text = ' “Jane”  —lang de\r\n+&=%20 😀 ';
    await postForm(http, { ...form, text });
    expect(http.calls[0]?.text).toBe(text);
  });

  test('may lack a text, and its user may be a number', async () => {
    const http = await startHttp();
    const { text, ...rest } = form;
    const response = await postBody(http, 'application/json', JSON.stringify({ ...rest, user_id: 4711 }));
    expect(response.status).toBe(200);
    expect(http.calls).toEqual([{ ...call, text: '', userId: '4711' }]);
    expect(text).not.toBe('');
  });

  test.each(['team_id', 'channel_id', 'user_id', 'command'])(
    'without %s is refused and logged by field',
    async (name) => {
      const http = await startHttp();
      const response = await postForm(http, { ...form, [name]: '' });
      expect(response.status).toBe(400);
      expect(http.calls).toEqual([]);
      expect(http.logLines.join()).toContain(`"fields":["${name}"]`);
      expect(http.logLines.join()).not.toContain('jane@acme.ch');
    },
  );

  test.each([null, {}, ['u1'], true])('of the user %j is refused', async (user_id) => {
    const http = await startHttp();
    const response = await postBody(http, 'application/json', JSON.stringify({ ...form, user_id }));
    expect(response.status).toBe(400);
    expect(http.calls).toEqual([]);
  });
});

describe('the token', () => {
  test.each(['first-token', 'second-token'])('%s is valid beside others', async (token) => {
    const http = await startHttp();
    expect((await postForm(http, { ...form, token })).status).toBe(200);
  });

  test('is read anew at each call, so that it can be rotated', async () => {
    const hashes = [hashToken('old')];
    const http = await startHttp({ validTokenHashes: () => hashes });
    expect((await postForm(http, { ...form, token: 'new' })).status).toBe(401);
    hashes[0] = hashToken('new');
    expect((await postForm(http, { ...form, token: 'new' })).status).toBe(200);
    expect((await postForm(http, { ...form, token: 'old' })).status).toBe(401);
  });

  test('is asked for even when none is valid', async () => {
    const http = await startHttp({ validTokenHashes: () => [] });
    expect((await postForm(http, { ...form, token: '' })).status).toBe(401);
  });

  const withoutToken: Partial<typeof form> = { ...form };
  delete withoutToken.token;
  test.each([
    ['wrong', JSON.stringify({ ...form, token: 'first-token ' })],
    ['empty', JSON.stringify({ ...form, token: '' })],
    ['missing', JSON.stringify(withoutToken)],
    ['no text', JSON.stringify({ ...form, token: ['first-token'] })],
    ['in no object', '["first-token"]'],
    ['wrong and the form too', '{"token":"x"}'],
  ])('that is %s gets 401 without detail, and nothing of it is logged', async (_what, body) => {
    const http = await startHttp();
    const response = await postBody(http, 'application/json', body);
    expect(response.status).toBe(401);
    await expect(response.json()).resolves.toEqual({ error: 'unauthorized' });
    expect(http.calls).toEqual([]);
    expect(http.logLines.join()).not.toMatch(/first-token|jane@acme\.ch/);
  });

  test('counts in the body alone', async () => {
    const http = await startHttp();
    const response = await fetch(`${http.url}/kchat/command?token=first-token`, {
      method: 'POST',
      headers: { authorization: 'Token first-token' },
      body: new URLSearchParams(withoutToken),
    });
    expect(response.status).toBe(401);
  });
});

describe('a body', () => {
  test('just within 1 MiB is read, one above is refused with 413', async () => {
    const http = await startHttp();
    const size = (text: string) => new URLSearchParams({ ...form, text }).toString().length;
    const room = 1024 * 1024 - size('');
    expect((await postForm(http, { ...form, text: 'x'.repeat(room) })).status).toBe(200);
    const tooLarge = await postForm(http, { ...form, text: 'x'.repeat(room + 1) });
    expect(tooLarge.status).toBe(413);
    await expect(tooLarge.json()).resolves.toEqual({ error: 'bad request' });
    expect(http.calls).toHaveLength(1);
  });

  test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    'of type %s carries no token',
    async (type) => {
      const http = await startHttp();
      expect((await postBody(http, type, JSON.stringify(form))).status).toBe(401);
    },
  );

  test.each(['{"token":"first-token"', '{"token":}', 'first-token'])('of broken JSON gets 400: %s', async (body) => {
    const http = await startHttp();
    const response = await postBody(http, 'application/json', body);
    expect(response.status).toBe(400);
    await expect(response.json()).resolves.toEqual({ error: 'bad request' });
    expect(http.logLines.join()).not.toContain('first-token');
  });
});

describe('a failure of ours', () => {
  test('is told in a sentence, and logged without what was typed', async () => {
    const http = await startHttp({ answer: () => Promise.reject(new Error('no room for jane@acme.ch')) });
    const response = await postForm(http, form);
    expect(response.status).toBe(200);
    await expect(response.json()).resolves.toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Something went wrong') as string,
    });
    expect(http.logLines).toHaveLength(1);
    expect(http.logLines[0]).toContain('"msg":"a command failed"');
    expect(http.logLines[0]).not.toMatch(/jane|Doe|first-token/);
  });
});

test.each([
  ['GET', '/'],
  ['GET', '/kchat/command'],
  ['POST', '/kchat/commands'],
  ['POST', '/healthz'],
])('%s %s is not there, and the answer says no more', async (method, path) => {
  const { url } = await startHttp();
  const response = await fetch(`${url}${path}`, { method });
  expect(response.status).toBe(404);
  await expect(response.json()).resolves.toEqual({ error: 'not found' });
  expect(response.headers.get('x-powered-by')).toBeNull();
});
