import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { keepSecret } from '../overheard.ts';

/** A fresh schema in a database; it goes with the server. @returns the address that leads to it. */
export async function createSchema(postgresUrl: string): Promise<string> {
  keepSecret(new URL(postgresUrl).password);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client(postgresUrl);
  await client.connect();
  await client.query(`create schema ${name}`).finally(() => client.end());
  return `${postgresUrl}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
}
