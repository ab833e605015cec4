import type { PostgresPool } from 'kysely';
import { DatabaseError, Pool, type PoolClient } from 'pg';
import { connectionOptions } from './connection.ts';
import { asTrouble } from './passing.ts';
import { withoutNul } from './without-nul.ts';

/** Enough for the worker's deliveries and some commands beside them. */
const mostConnections = 10;
/** What is not needed for so long is given back to the server; a new connection costs some time. Milliseconds. */
const idleMs = 60_000;

/**
 * Connections for queries, opened when needed. One that gave no answer in time, or leads to a server that may only be
 * read since a failover, is thrown away; the next query gets a new one. What fails by it throws DatabaseUnavailableError.
 * @param onLost called when an idle connection breaks; the queries that come later are not affected.
 */
export function createGuardedPool(url: string, onLost: (error: Error) => void): PostgresPool {
  const pool = new Pool({
    ...connectionOptions(url),
    max: mostConnections,
    idleTimeoutMillis: idleMs,
    allowExitOnIdle: true,
  });
  pool.on('error', onLost);
  // An error that nobody hears ends the program, and the server may say goodbye in the same breath as it says welcome.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let ending: Promise<void> | undefined;
  return {
    options: pool.options,
    connect: async () =>
      guard(
        await pool.connect().catch((error: unknown) => {
          throw asTrouble(error);
        }),
      ),
    end: () => (ending ??= pool.end()),
  };
}

type GuardedClient = Awaited<ReturnType<PostgresPool['connect']>>;

function guard(client: PoolClient): GuardedClient {
  let isUseless = false;
  const query = async (sql: string, parameters: readonly unknown[] = []) => {
    try {
      return await client.query(sql, parameters.map(withoutNul));
    } catch (error) {
      isUseless ||= !(error instanceof DatabaseError) || error.code === readOnlyServer;
      throw asTrouble(error);
    }
  };
  return {
    // Kysely asks for cursors only where it was given any.
    query: query as never,
    // The pool itself throws away what broke while nothing was asked.
    release: (destroy) => {
      client.release(destroy === true || isUseless);
    },
  };
}

const readOnlyServer = '25006';
