import type { Config } from './config.ts';
import { systemClock } from './ports/clock.ts';
import type { Replicas } from './ports/replicas.ts';
import type { Store, TeamsStore } from './ports/store.ts';
import { createLoneReplica } from './store/lone-replica.ts';
import { openPostgresBeside, openPostgresStore } from './store/postgres.ts';
import { holdRegistration } from './store/postgres/hold-registration.ts';
import { isLed } from './store/postgres/look.ts';
import { PostgresReplicas } from './store/postgres/replicas.ts';
import type { SessionLog } from './store/postgres/session.ts';
import { isLocked } from './store/read-only.ts';
import { lockForOneProcess } from './store/single-process-lock.ts';
import { openSqliteBeside, openSqliteStore } from './store/sqlite.ts';

type Named = Pick<Config, 'DATABASE_URL'>;

/** The file that a `file:` DATABASE_URL names; undefined when it names a PostgreSQL database. */
export function databasePath({ DATABASE_URL }: Named): string | undefined {
  return DATABASE_URL.startsWith('file:') ? DATABASE_URL.replace(/^file:(?:\/\/(?=\/))?/, '') : undefined;
}

/** A database that is open, and what else has to be ended with it. */
export interface OpenDatabase {
  store: TeamsStore;
  close: () => Promise<void>;
}

/**
 * Opens the database to serve it: a SQLite file alone, a PostgreSQL database together with others.
 * @throws RefusedStartError, ConfigurationError or DatabaseUnavailableError when it can't be used.
 */
export async function openToServe(config: Named, log: SessionLog): Promise<OpenDatabase & { replicas: Replicas }> {
  const path = databasePath(config);
  if (path === undefined) {
    const store = await openPostgresStore(config.DATABASE_URL, systemClock, (error) => {
      log.warn({ err: error }, 'a connection to PostgreSQL broke');
    });
    const replicas = new PostgresReplicas({ url: config.DATABASE_URL, notify: store.notify, log });
    return { store, replicas, close: () => store.close() };
  }
  const unlock = lockForOneProcess(path);
  try {
    const store = openSqliteStore(path, systemClock);
    return { store, replicas: createLoneReplica(store.deliveries), close: () => store.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens the database to write into it what `register` finds out, beside processes that may be serving it.
 * @throws RefusedStartError when somebody else registers at this moment; otherwise as `openToServe`.
 */
export async function openToRegister(config: Named): Promise<OpenDatabase> {
  const path = databasePath(config);
  if (path !== undefined) {
    const store = openSqliteStore(path, systemClock);
    return { store, close: () => store.close() };
  }
  const store = await openPostgresStore(config.DATABASE_URL, systemClock);
  try {
    const letGo = await holdRegistration(config.DATABASE_URL);
    return { store, close: () => store.close().finally(letGo) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Whether a process serves the database at this moment. Only looks. */
export async function isServed(config: Named): Promise<boolean> {
  const path = databasePath(config);
  return path === undefined ? isLed(config.DATABASE_URL) : isLocked(path);
}

/**
 * Opens a database as it is, to look after what is in it, whether or not a process serves it.
 * @throws RefusedStartError when it is not there, not ours, or of another version; ConfigurationError or
 *   DatabaseUnavailableError when it can't be reached.
 */
export async function openBeside(config: Named): Promise<Store> {
  const path = databasePath(config);
  return path === undefined ? openPostgresBeside(config.DATABASE_URL) : openSqliteBeside(path);
}
