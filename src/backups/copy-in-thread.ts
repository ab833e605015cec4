import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { BackupError } from '../errors.ts';
import type { CopyOrder } from './copy-database.ts';

/**
 * Copies the database in a thread of its own: copying and checking a large one takes seconds in one piece, and commands
 * are to be answered meanwhile.
 * @throws BackupError as `copyDatabase` does.
 */
export async function copyInThread(order: CopyOrder): Promise<void> {
  const thread = new Worker(new URL('./copy-thread.ts', import.meta.url), { workerData: order });
  // The end of the program does not wait for it: a copy that is not whole is begun anew.
  thread.unref();
  const [failed] = (await once(thread, 'message')) as [{ code: string; message: string } | undefined];
  if (failed) throw new BackupError(failed.code, failed.message);
}
