import type { Client } from 'pg';
import { lockedKey } from '../../../src/store/postgres/keys.ts';

/** Whether one session waits for a key at this moment that another holds. @param key SQL (keys.ts). */
export async function isWaitedFor(client: Client, key: string): Promise<boolean> {
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted and ${lockedKey} = ${key}`;
  return (await client.query(waiting)).rowCount === 1;
}
