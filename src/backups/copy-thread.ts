import { parentPort, workerData } from 'node:worker_threads';
import { BackupError } from '../errors.ts';
import { copyDatabase, type CopyOrder } from './copy-database.ts';

/** Runs in a thread of its own (copy-in-thread.ts); errors lose their class on the way, so that they are told in words. */
try {
  await copyDatabase(workerData as CopyOrder);
  parentPort?.postMessage(undefined);
} catch (error) {
  const { message } = error as Error;
  parentPort?.postMessage({ code: error instanceof BackupError ? error.code : 'REFUSED', message });
}
