import { RefusedStartError } from '../../errors.ts';
import { keys } from './keys.ts';
import { connect } from './with-client.ts';

/** Registering takes some seconds; a process that is cut off meanwhile must not keep others from it. Milliseconds. */
const longestMs = 10 * 60_000;

/**
 * Keeps others from registering meanwhile: two at once would each make a bot token, and one would be lost.
 * @param ms for how long at most.
 * @returns a function that lets them.
 * @throws RefusedStartError when somebody else registers at this moment.
 */
export async function holdRegistration(url: string, ms = longestMs): Promise<() => Promise<void>> {
  const client = await connect(url);
  await client.query(`set idle_session_timeout = ${ms}`);
  const { rows } = await client.query<{ isOurs: boolean }>(
    `select pg_try_advisory_lock(${keys.registration}) as "isOurs"`,
  );
  if (rows[0]?.isOurs === true) return () => client.end();
  await client.end();
  throw new RefusedStartError('Another process is registering in this database. Wait until it has ended.');
}
