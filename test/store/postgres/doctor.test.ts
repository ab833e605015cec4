import { Client } from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { ServeConfig } from '../../../src/config.ts';
import { isServed, openToServe } from '../../../src/database.ts';
import { checkDatabase } from '../../../src/doctor/machine/database.ts';
import { checkDatabaseFolder } from '../../../src/doctor/machine/database-folder.ts';
import { openPostgresStore } from '../../../src/store/postgres.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeLog } from '../../support/fake-log.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';

const server = inject('postgresUrl') ?? '';
const configOf = (url: string) =>
  ({ DATABASE_URL: url, KCHAT_TEAM: 'acme', KCHAT_COMMAND_TOKENS: [] }) as unknown as ServeConfig;

async function query(url: string, text: string): Promise<unknown[]> {
  const client = await new Client(url).connect();
  const { rows } = await client.query<Record<string, unknown>>(text).finally(() => client.end());
  return rows;
}

describe('the doctor and PostgreSQL', () => {
  it('is well with an empty schema, and leaves it empty', async () => {
    const url = await createSchema(server);
    const told = await checkDatabase(configOf(url));
    expect(told).toMatchObject({
      status: 'ok',
      message: 'PostgreSQL answers. Its schema is brought up to date at the next start.',
    });
    expect(await query(url, 'select from pg_tables where schemaname = current_schema()')).toEqual([]);
    expect(await checkDatabaseFolder(configOf(url))).toMatchObject({ status: 'ok' });
  });

  it('is well with a schema that is up to date', async () => {
    const url = await createSchema(server);
    await (await openPostgresStore(url, new FakeClock())).close();
    expect(await checkDatabase(configOf(url))).toMatchObject({ status: 'ok', message: 'PostgreSQL answers.' });
  });

  it('names the remedy when nobody answers, and when the schema is another program’s', async () => {
    const nowhere = new URL(server);
    nowhere.port = '1';
    expect(await checkDatabase(configOf(nowhere.href))).toMatchObject({
      status: 'failure',
      remedy: expect.stringContaining('Start the server') as string,
    });
    const url = await createSchema(server);
    await query(url, 'create table invoice (id integer)');
    expect(await checkDatabase(configOf(url))).toMatchObject({
      status: 'failure',
      message: expect.stringContaining('another program') as string,
    });
  });

  it('sees whether a process serves it', async () => {
    const url = await createSchema(server);
    const { replicas, close } = await openToServe(configOf(url), new FakeLog());
    onTestFinished(close);
    expect(await isServed(configOf(url))).toBe(false);
    await replicas.join({ onNews: () => undefined, lead: () => ({ stop: () => Promise.resolve() }) });
    expect(await isServed(configOf(url))).toBe(true);
    await replicas.leave();
    expect(await isServed(configOf(url))).toBe(false);
  });
});
