import { DatabaseError } from 'pg';
import { DatabaseUnavailableError } from '../../errors.ts';

/**
 * Connection trouble, a server that may only be read since a failover, what gave way to others, no resources, locks, or
 * the server ends, starts or was asked to stop: it may be well again in a moment.
 */
const passing = /^(08|25006|40|53|55|57)/;

/** Whether the server answered that it can't do it now. */
export function isPassing(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && passing.test(error.code ?? '');
}

/**
 * What a query threw. Where the server is at fault and not what it was asked, that is what the program knows it as; the
 * driver throws plain errors when nothing came back.
 */
export function asTrouble(error: unknown): unknown {
  if (!(error instanceof Error) || (error instanceof DatabaseError && !isPassing(error))) return error;
  return new DatabaseUnavailableError(`The database does not answer (${error.message}).`, { cause: error });
}
