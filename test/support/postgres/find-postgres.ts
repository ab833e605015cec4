import { globSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Where PostgreSQL's server programs are: on PATH, else where Debian puts its newest. `undefined` when nowhere. */
export function findPostgres(): string | undefined {
  const { PATH = '' } = process.env;
  const debian = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionOf(b) - versionOf(a));
  for (const folder of [...PATH.split(delimiter), ...debian]) {
    try {
      // A link may lead to one program alone; the others lie beside what it leads to.
      return dirname(realpathSync(join(folder, 'initdb')));
    } catch {
      // Not here.
    }
  }
  return undefined;
}

function versionOf(folder: string): number {
  return Number(folder.split('/').at(-2));
}
