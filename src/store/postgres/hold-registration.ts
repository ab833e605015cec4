import { RefusedStartError } from '../../errors.ts';
import { keys } from './keys.ts';
import { connect } from './with-client.ts';

/**
 * Keeps others from registering meanwhile: two at once would each make a bot token, and one would be lost.
 * @returns a function that lets them.
 * @throws RefusedStartError when somebody else registers at this moment.
 */
export async function holdRegistration(url: string): Promise<() => Promise<void>> {
  const client = await connect(url);
  const { rows } = await client.query<{ isOurs: boolean }>(
    `select pg_try_advisory_lock(${keys.registration}) as "isOurs"`,
  );
  if (rows[0]?.isOurs === true) return () => client.end();
  await client.end();
  throw new RefusedStartError('Another process is registering in this database. Wait until it has ended.');
}
