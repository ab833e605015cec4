import { CompiledQuery, type Kysely } from 'kysely';
import PQueue from 'p-queue';
import { escapeLiteral } from 'pg';
import type { StoreQueries } from '../../ports/store.ts';
import { createQueries } from '../queries.ts';
import type { Schema } from '../schema.ts';
import { keys } from './keys.ts';

/** So many at once, so that single statements find a connection as well. */
const mostAtOnce = 6;

type Work<T> = (queries: StoreQueries) => Promise<T>;

/**
 * Transactions take turns, by whichever process, as on SQLite (`begin immediate`): what one has read is still true when it
 * writes. Those of a team wait for each other and for none of another team's; one without a team has the database for
 * itself. Single statements run beside them. Turns are locks of the server, so they are gone with the connection.
 */
export class Turns {
  readonly #kysely: Kysely<Schema>;
  readonly #running = new PQueue({ concurrency: mostAtOnce });

  constructor(kysely: Kysely<Schema>) {
    this.#kysely = kysely;
  }

  /** What runs one transaction after the other. @param teamId undefined: alone in the database. */
  of(teamId?: string): <T>(work: Work<T>) => Promise<T> {
    const begin = CompiledQuery.raw(`begin; ${teamId === undefined ? alone : amongTeams(teamId)}`);
    // The server would make them wait as well, with a connection each.
    const turns = new PQueue({ concurrency: 1 });
    return (work) => turns.add(() => this.#running.add(() => this.#run(begin, work)));
  }

  #run<T>(begin: CompiledQuery, work: Work<T>): Promise<T> {
    return this.#kysely.connection().execute(async (connection) => {
      try {
        await connection.executeQuery(begin);
        const result = await work(createQueries(connection));
        await connection.executeQuery(commit);
        return result;
      } catch (error) {
        // Waiting for the turn may have failed, and left it begun.
        await connection.executeQuery(rollback).catch(() => undefined);
        throw error;
      }
    });
  }
}

const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

const alone = `select pg_advisory_xact_lock(${keys.writes})`;

function amongTeams(teamId: string): string {
  const team = keys.writesOf(escapeLiteral(teamId));
  return `select pg_advisory_xact_lock_shared(${keys.writes}); select pg_advisory_xact_lock(${team})`;
}
