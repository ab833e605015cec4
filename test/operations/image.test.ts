import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { freePort } from '../support/free-port.ts';
import { copiedFiles, lastStage, readDockerfile, theOne } from './dockerfile.ts';
import { projectFile, readProjectFile } from './project-files.ts';

const words = z.tuple([z.literal('node')]).rest(z.string());
const lockFile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), hasInstallScript: z.boolean().optional() })),
});

const instructions = await readDockerfile();
const image = lastStage(instructions);
const { packages } = lockFile.parse(JSON.parse(await readProjectFile('package-lock.json')));
const modules = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
const [, ...command] = words.parse(JSON.parse(theOne(image, 'CMD')));

async function run(args: string[], environment: Record<string, string>, cwd?: string) {
  const child = spawn(process.execPath, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** The files of the image, in a folder: what COPY takes, and links to the modules that `npm ci --omit=dev` installs. */
async function layOut(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-image-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const path of copiedFiles(image)) {
    await cp(fileURLToPath(projectFile(path)), join(folder, path), { recursive: true });
  }
  const topModules = modules.map(([path]) => path).filter((path) => path.lastIndexOf('node_modules/') === 0);
  for (const path of topModules) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(fileURLToPath(projectFile(path)), join(folder, path));
  }
  return folder;
}

describe('the container image', () => {
  test('is made from Node 24 slim', () => {
    const bases = instructions.filter(({ name }) => name === 'FROM').map(({ words }) => words.split(' ')[0]);
    expect(new Set(bases)).toEqual(new Set(['node:24-slim']));
  });

  test('runs as a user without rights, who owns the volume', () => {
    expect(theOne(image, 'USER')).toBe('node');
    expect(theOne(image, 'RUN')).toContain(`--owner=node --group=node --mode=700 ${theOne(image, 'VOLUME')}`);
    expect(theOne(image, 'ENV')).toContain(`DATABASE_URL=file:${theOne(image, 'VOLUME')}/`);
    expect(theOne(image, 'STOPSIGNAL')).toBe('SIGTERM');
  });

  test('installs no module that would need its install script', () => {
    // Without them npm asks for no compiler, which slim does not have.
    expect(instructions.map(({ words }) => words)).toContain('npm ci --omit=dev --ignore-scripts');
    expect(modules.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  });

  test('copies nothing that .dockerignore keeps out', async () => {
    const lines = (await readProjectFile('.dockerignore')).split('\n').filter((line) => line && !line.startsWith('#'));
    expect(lines[0]).toBe('*');
    expect(lines.slice(1).sort()).toEqual([...new Set(copiedFiles(instructions))].map((path) => `!${path}`).sort());
  });

  test('holds all that the program needs', async () => {
    const folder = await layOut();
    const without = await run(command, {}, folder);
    expect(without.output).toContain('KCHAT_URL is missing');
    expect(without.code).toBe(2);

    const kchatUrl = `http://127.0.0.1:${await freePort()}`;
    const register = await run(
      command.map((word) => (word === 'serve' ? 'register' : word)),
      { KCHAT_URL: kchatUrl, PUBLIC_URL: kchatUrl, KCHAT_ADMIN_TOKEN: 'none', SECRET_KEY: '0'.repeat(64) },
      folder,
    );
    expect(register.output).toContain('kChat gave no usable answer');
  });

  test.each([
    { answer: 200, code: 0 },
    { answer: 503, code: 1 },
  ])('is judged by its health check: $answer means exit code $code', async ({ answer, code }) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(answer).end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const port = String((server.address() as AddressInfo).port);
    expect(await run(healthCheck(), { PORT: port })).toEqual({ code, output: '' });
    expect(asked).toEqual(['/healthz']);
  });

  test('is unhealthy when nobody listens', async () => {
    expect(await run(healthCheck(), { PORT: String(await freePort()) })).toEqual({ code: 1, output: '' });
  });
});

function healthCheck(): string[] {
  const [, json = ''] = /CMD (.*)$/.exec(theOne(image, 'HEALTHCHECK')) ?? [];
  const [, ...args] = words.parse(JSON.parse(json));
  return args;
}
