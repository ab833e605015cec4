import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from './finding.ts';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url).pathname;

/** What an operator installs, by a real `npm ci --omit=dev` in a folder of its own. */
export async function installedSize(): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-size-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) await copyFile(join(root, file), join(folder, file));
    await run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    const { stdout: used } = await run('du', ['-sk', join(folder, 'node_modules')]);
    const lock = await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lock) as { packages: Record<string, unknown> };
    return [
      { what: 'npm ci --omit=dev: MiB', value: Number.parseInt(used, 10) / 1024 },
      { what: 'npm ci --omit=dev: packages', value: Object.keys(packages).length },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
