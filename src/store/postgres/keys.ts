/**
 * SQL for what processes agree on by name. Each schema has its own, so that two installations in one database do not
 * meet.
 */
export const keys = {
  /** Held by whoever brings the schema up to date. */
  migration: key(`'migration'`),
  /** Held by a transaction that has the database for itself; shared by those of teams. */
  writes: key(`'writes'`),
  /** Held by each transaction of a team in turn. @param teamId SQL for it. */
  writesOf: (teamId: string) => key(`'writes of ' || ${teamId}`),
  /** Held by the one process that looks at both worlds. */
  lead: key(`'lead'`),
  /** Held by whoever registers. */
  registration: key(`'registration'`),
  /** Held by a process as long as it lives. @param holder SQL for what its leases are held by. */
  holder: (holder: string) => key(`'holder ' || ${holder}`),
};

/** SQL for the name of the channel on which processes tell each other news. */
export const channel = `'kchat_invite_' || md5(current_schema())`;

function key(name: string): string {
  return `hashtextextended('kchat-invite ' || current_schema() || ' ' || ${name}, 0)`;
}

/** SQL for the key of a lock, in a row of `pg_locks`. */
export const lockedKey = '((classid::bigint << 32) | objid::bigint)';

/** SQL for whether anybody holds a key at this moment. */
export function isHeld(heldKey: string): string {
  return `exists (
    select from pg_locks
    where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and ${lockedKey} = ${heldKey})`;
}
