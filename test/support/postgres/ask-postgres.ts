import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findPostgres } from './find-postgres.ts';

/** At once, as SQLite answers, so that tests need not care. @returns what each row holds, read as JSON. */
export function askPostgres(url: string, query: string): unknown[] {
  const words = ['--no-psqlrc', '--tuples-only', '--no-align', '--command', query, url];
  const said = execFileSync(join(findPostgres() ?? '', 'psql'), words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return said
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
}
