import { Client } from 'pg';
import { ConfigurationError } from '../../errors.ts';
import { patientOptions } from './connection.ts';
import { explainOpening } from './explain-opening.ts';

/**
 * A connection of its own, which no statement time-out ends.
 * @throws ConfigurationError or DatabaseUnavailableError when none comes about.
 */
export async function connect(url: string): Promise<Client> {
  const client = createClient(url);
  // Whatever breaks the connection also fails the statement that runs, or the next one.
  client.on('error', () => undefined);
  try {
    return await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw explainOpening(error, placeOf(client));
  }
}

/**
 * Does something over such a connection.
 * @throws ConfigurationError, RefusedStartError or DatabaseUnavailableError when the database can't be used.
 */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await work(client);
  } catch (error) {
    throw explainOpening(error, placeOf(client));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All or nothing. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The server and the database, for people; never the password. */
export function placeOf({ host, port, database }: Client): string {
  return `${database ?? ''} at ${host.startsWith('/') ? host : `${host}:${port}`}`;
}

function createClient(url: string): Client {
  try {
    return new Client(patientOptions(url));
  } catch (error) {
    throw new ConfigurationError([
      `DATABASE_URL can't be used (${error instanceof Error ? error.message : String(error)}).`,
    ]);
  }
}
