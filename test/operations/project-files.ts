import { readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);

/** Where a file of the project is; the path starts at the top folder. */
export function projectFile(path: string): URL {
  return new URL(path, root);
}

export async function readProjectFile(path: string): Promise<string> {
  return readFile(projectFile(path), 'utf8');
}

/** How long running deliveries are waited for when the bot is stopped, in seconds. */
export async function drainSeconds(): Promise<number> {
  const [, ms = ''] = /drainMs = ([\d_]+)/.exec(await readProjectFile('src/app.ts')) ?? [];
  if (ms === '') throw new Error('src/app.ts says no longer how long deliveries are waited for');
  return Number(ms.replaceAll('_', '')) / 1_000;
}
