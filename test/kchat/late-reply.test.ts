import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/kchat/chat.ts';
import { isOwnResponseUrl } from '../../src/kchat/late-reply.ts';
import { startRawServer } from './raw-server.ts';
import { readText } from './stub/router.ts';

const kchat = 'https://acme.kchat.infomaniak.com';

describe('an address for late answers', () => {
  test.each(['/hooks/commands/abc123', '/hooks/commands/0199a1c2-7b1e-7c3f-8a00-1234567890ab'])(
    'is ours: %s',
    (path) => {
      expect(isOwnResponseUrl(kchat, kchat + path)).toBe(true);
      expect(isOwnResponseUrl(`${kchat}/`, kchat + path)).toBe(true);
    },
  );

  test.each([
    'https://evil.test/hooks/commands/abc',
    'http://acme.kchat.infomaniak.com/hooks/commands/abc',
    'https://acme.kchat.infomaniak.com:8443/hooks/commands/abc',
    'https://acme.kchat.infomaniak.com.evil.test/hooks/commands/abc',
    'https://acme.kchat.infomaniak.com@evil.test/hooks/commands/abc',
    'https://user:pass@acme.kchat.infomaniak.com/hooks/commands/abc',
    'https://evil.test\\@acme.kchat.infomaniak.com/hooks/commands/abc',
    'https:\\\\acme.kchat.infomaniak.com/hooks/commands/abc',
    'https://acme.kchat.infomaniak.com/hooks/commands/',
    'https://acme.kchat.infomaniak.com/hooks/commands/abc/',
    'https://acme.kchat.infomaniak.com/hooks/commands/../../api/v4/posts',
    'https://acme.kchat.infomaniak.com/hooks/commands/..%2fabc',
    'https://acme.kchat.infomaniak.com/hooks/commands/./abc',
    'https://acme.kchat.infomaniak.com/x/../hooks/commands/abc',
    'https://acme.kchat.infomaniak.com//hooks/commands/abc',
    'https://acme.kchat.infomaniak.com/hooks/commands/abc?to=x',
    'https://acme.kchat.infomaniak.com/hooks/commands/abc#x',
    'https://acme.kchat.infomaniak.com/hooks/commands/abc\n',
    ' https://acme.kchat.infomaniak.com/hooks/commands/abc',
    'https://acme.kchat.infomaniak.com/hooks/abc',
    '/hooks/commands/abc',
    'file:///hooks/commands/abc',
    '',
  ])('is not ours: %j', (url) => {
    expect(isOwnResponseUrl(kchat, url)).toBe(false);
  });

  test('is not ours when kChat itself has no usable address', () => {
    expect(isOwnResponseUrl('nonsense', 'nonsense')).toBe(false);
  });
});

test('a late answer is ephemeral, keeps its text as it is, and carries no token', async () => {
  const seen: unknown[] = [];
  const url = await startRawServer((request, response) => {
    void readText(request).then((text) => {
      seen.push(request.method, request.url, request.headers.authorization, JSON.parse(text));
      response.end('ok');
    });
  });
  await createChat({ url, token: 'secret-token' }).replyLate(`${url}/hooks/commands/abc`, 'Done <!channel>');
  const body = { response_type: 'ephemeral', text: 'Done <!channel>', skip_slack_parsing: true };
  expect(seen).toEqual(['POST', '/hooks/commands/abc', undefined, body]);
});

test('a late answer to a foreign address is refused without a request', async () => {
  let visits = 0;
  const foreign = await startRawServer((_, response) => {
    visits += 1;
    response.end();
  });
  const chat = createChat({ url: kchat, token: 'secret-token' });
  const refusal = { name: 'RemoteRefusal', status: 400, code: 'foreign_response_url' };
  await expect(chat.replyLate(`${foreign}/hooks/commands/abc`, 'Done')).rejects.toMatchObject(refusal);
  expect(visits).toBe(0);
});

test('a used-up address is a refusal with its status', async () => {
  const url = await startRawServer((_, response) => response.writeHead(400).end('{"message":"used up"}'));
  const reply = createChat({ url, token: 'secret-token' }).replyLate(`${url}/hooks/commands/abc`, 'Done');
  await expect(reply).rejects.toMatchObject({ status: 400, description: 'used up' });
});

test('a late answer follows nobody elsewhere', async () => {
  let visits = 0;
  const elsewhere = await startRawServer((_, response) => {
    visits += 1;
    response.end();
  });
  const url = await startRawServer((_, response) =>
    response.writeHead(307, { location: `${elsewhere}/hooks/commands/abc` }).end(),
  );
  const reply = createChat({ url, token: 'secret-token' }).replyLate(`${url}/hooks/commands/abc`, 'Done');
  await expect(reply).rejects.toMatchObject({ name: 'RemoteRefusal', status: 307 });
  expect(visits).toBe(0);
});
