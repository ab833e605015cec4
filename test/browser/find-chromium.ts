import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's Chromium: the first one on PATH, else where the package puts it. `undefined` when there is none. */
export function findChromium(): string | undefined {
  const { PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).map((folder) => join(folder, 'chromium'));
  return [...onPath, '/usr/bin/chromium'].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
