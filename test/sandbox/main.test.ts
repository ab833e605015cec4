import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { call } from './sandbox-client.ts';

const main = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));
let demo: ChildProcess | undefined;
afterEach(() => demo?.kill('SIGKILL'));

test('the demo says in one line where everything is, and leaves nothing behind when it is stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_FLAVOR: 'mattermost', TMPDIR: folder },
  });
  demo = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = await lines.next();
  expect(readdirSync(folder)).toHaveLength(1);
  const ready = JSON.parse(line.value ?? '') as Record<string, string> & { tokens: { admin: string } };
  expect(ready).toMatchObject({ ready: true, flavor: 'mattermost', team: 'acme', trigger: 'kinvite' });
  expect((await fetch(`${ready.bot ?? ''}/readyz`)).status).toBe(200);
  expect((await call(`${ready.kchat ?? ''}/api/v4/users/me`, 'GET', undefined, ready.tokens.admin)).status).toBe(200);
  expect((await call(`${ready.mailbox ?? ''}/messages`, 'GET')).items).toEqual([]);

  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
  rmdirSync(folder);
  await expect(fetch(`${ready.bot ?? ''}/healthz`)).rejects.toThrow('fetch failed');
});

test.each([
  ['SANDBOX_PORT', 'many', 'a port number'],
  ['SANDBOX_FLAVOR', 'slack', 'kchat or mattermost'],
])('%s=%s is refused in words', async (name, value, expected) => {
  const child = spawn(process.execPath, [main], { env: { ...process.env, [name]: value } });
  demo = child;
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toContain(`${name} must be ${expected}`);
});
