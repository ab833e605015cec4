import { types, type ClientConfig } from 'pg';

/**
 * Milliseconds. Whoever typed a command waits for 3 s at most, so a connection has to come about before; a statement
 * that takes much longer than any of ours is stuck.
 */
const connectMs = 2_500;
const statementMs = 10_000;
/** A process that is cut off in the middle of a transaction must not hold up the others for long. */
const idleInTransactionMs = 5_000;
const patientIdleMs = 60_000;
/** By then the server has ended the statement itself, unless nothing gets through any more. */
const answerMs = statementMs + 2_000;

const oids = { int8: 20, numeric: 1700 };

/**
 * How every connection is made. What the address itself says wins, `application_name` and `options` for example; its
 * `sslmode` means what it means to `psql`.
 */
export function connectionOptions(url: string): ClientConfig {
  return {
    connectionString: `${url}${url.includes('?') ? '&' : '?'}uselibpqcompat=true`,
    application_name: 'kchat-invite',
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    query_timeout: answerMs,
    keepAlive: true,
    types: { getTypeParser: (oid, format) => parsers[oid] ?? (types.getTypeParser(oid, format) as Parser) },
  };
}

/**
 * The same for work that may take as long as it takes: a migration, a copy. Between two statements it does not; a process
 * that is cut off there must not keep everybody from the tables until the server notices, which can take hours.
 */
export function patientOptions(url: string): ClientConfig {
  return {
    ...connectionOptions(url),
    ...{ statement_timeout: 0, idle_in_transaction_session_timeout: patientIdleMs, query_timeout: 0 },
  };
}

type Parser = (text: string) => unknown;

/** Counts and times are numbers, as SQLite gives them. */
const parsers: Readonly<Record<number, Parser>> = { [oids.int8]: toNumber, [oids.numeric]: Number };

function toNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('A number in the database is too large to be one of ours');
  return number;
}
