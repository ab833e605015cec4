import type { Client } from 'pg';
import { isHeld, keys } from './keys.ts';

const held = `state = 'ready' and locked_by is not null`;
const isGone = `not ${isHeld(keys.holder('locked_by'))}`;

/**
 * Takes back the leases of processes that are gone. A process counts as gone when its session was missing at two looks in
 * a row: the first one may fall between the end of a session and the beginning of the next.
 * @param suspects whose session was missing at the look before.
 * @returns who is missing now, and how many leases were taken back.
 */
export async function releaseLostLeases(
  client: Client,
  suspects: readonly string[],
): Promise<{ missing: string[]; released: number }> {
  const { rowCount } = await client.query(
    `update delivery set locked_by = null, locked_until = null where ${held} and locked_by = any($1) and ${isGone}`,
    [suspects],
  );
  const { rows } = await client.query<{ holder: string }>(
    `select distinct locked_by as holder from delivery where ${held} and ${isGone}`,
  );
  return { missing: rows.map(({ holder }) => holder), released: rowCount ?? 0 };
}
