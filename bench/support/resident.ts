import { readFile } from 'node:fs/promises';
import type { Stage } from '../../test/support/stage.ts';

/** What the program holds in memory now, in MiB. */
export async function residentMiB(stage: Stage): Promise<number> {
  const status = await readFile(`/proc/${stage.bot().child.pid ?? 0}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
