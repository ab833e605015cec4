import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { environmentSchema } from '../../src/config.ts';
import { readProjectFile } from './project-files.ts';

const listening = `127.0.0.1:${environmentSchema.shape.PORT.parse(undefined)}`;
const { commands } = z
  .object({ commands: z.array(z.object({ path: z.string() })) })
  .parse(JSON.parse(await readProjectFile('manifest.json')));

test('kChat calls nothing but what the proxies let through', () => {
  for (const { path } of commands) expect(path).toMatch(/^\/kchat\/./);
});

describe('the Caddyfile', async () => {
  const text = await readProjectFile('docs/deploy/Caddyfile');

  test('passes /kchat/* and /healthz on to where the bot listens, and nothing else', () => {
    expect(text.match(/^\s*@\w+ path .*/gm)).toEqual(['\t@public path /kchat/* /healthz']);
    expect(text.match(/reverse_proxy .*/g)).toEqual([`reverse_proxy {$UPSTREAM:${listening}}`]);
    expect(text).toMatch(/handle @public \{\s*reverse_proxy/);
    expect(text).toMatch(/handle \{\s*respond 404\s*\}/);
  });
});

describe('the nginx configuration', async () => {
  const text = await readProjectFile('docs/deploy/nginx.conf');

  test('passes /kchat/* and /healthz on to where the bot listens, and nothing else', () => {
    const locations = [...text.matchAll(/location (.+) \{\s*(.+?);/g)].map(([, path, rule]) => [path, rule]);
    expect(locations).toEqual([
      ['/kchat/', `proxy_pass http://${listening}`],
      ['= /healthz', `proxy_pass http://${listening}`],
      ['/', 'return 404'],
      ['/.well-known/acme-challenge/', 'root /var/www/html'],
      ['/', 'return 301 https://$host$request_uri'],
    ]);
  });
});
