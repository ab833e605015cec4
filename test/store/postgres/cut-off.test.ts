import { expect, inject, it, onTestFinished } from 'vitest';
import { holdRegistration } from '../../../src/store/postgres/hold-registration.ts';
import { connect } from '../../../src/store/postgres/with-client.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { until } from '../../support/until.ts';

const server = inject('postgresUrl') ?? '';

it('a migration or a copy that is cut off gives its locks back after a minute', async () => {
  const client = await connect(server);
  onTestFinished(() => client.end());
  const { rows } = await client.query('show idle_in_transaction_session_timeout');
  expect(rows).toEqual([{ idle_in_transaction_session_timeout: '1min' }]);
});

it('a registration that is cut off keeps nobody from registering for long', async () => {
  const url = await createSchema(server);
  await holdRegistration(url, 500);
  await expect(holdRegistration(url)).rejects.toThrow('Another process is registering');
  const letGo = await until('the first one to be given up', () => holdRegistration(url).catch(() => undefined));
  await letGo();
});
