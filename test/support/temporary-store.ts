import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { Clock } from '../../src/ports/clock.ts';
import type { TeamsStore } from '../../src/ports/store.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { team } from './fake-chat.ts';
import { botId } from './fake-inbox.ts';
import { createSchema } from './postgres/temporary-schema.ts';

/** The path of a database in a folder of its own, which goes when the test ends. */
export async function temporaryPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'bot.db');
}

/** The PostgreSQL that this run of the tests is about; none on SQLite, and where no test runs, such as in the bench. */
const postgresOfRun = () => (process.env.VITEST === undefined ? undefined : inject('postgresUrl'));

/** DATABASE_URL of a fresh database: a file in that folder, or a schema, as this run of the tests is about. */
export async function databaseUrlIn(folder: string, name = 'bot'): Promise<string> {
  const postgresUrl = postgresOfRun();
  return postgresUrl === undefined ? `file:${join(folder, `${name}.db`)}` : createSchema(postgresUrl);
}

/** A store, and the file or address it keeps everything in. */
export type TemporaryStore = TeamsStore & { path: string };

/**
 * A real store in which the team is registered, on the database that this run of the tests is about; closed when the
 * test ends.
 */
export async function openTemporaryStore(clock: Clock): Promise<TemporaryStore> {
  const postgresUrl = postgresOfRun();
  const path = postgresUrl === undefined ? await temporaryPath() : await createSchema(postgresUrl);
  const store = postgresUrl === undefined ? openSqliteStore(path, clock) : await openPostgresStore(path, clock);
  onTestFinished(() => store.close());
  await store.registrations.saveTeam({ id: team.id, name: team.name, botUserId: botId, sealedBotToken: undefined });
  return Object.assign(store, { path });
}
