import type Database from 'better-sqlite3';
import { SqliteDialect, SqliteDriver, type Driver, type SqliteDatabase } from 'kysely';
import { GroupCommit } from './group-commit.ts';
import { rememberStatements } from './prepared-statements.ts';

/** SQLite for Kysely, with transactions that are committed in groups. */
export class GroupingSqliteDialect extends SqliteDialect {
  readonly commits: GroupCommit;
  readonly #database: SqliteDatabase;

  constructor(database: Database.Database) {
    const commits = new GroupCommit(database);
    const remembering = rememberStatements(database, () => {
      commits.flush();
    });
    super({ database: remembering });
    this.commits = commits;
    this.#database = remembering;
  }

  override createDriver(): Driver {
    return new GroupingSqliteDriver(this.#database, this.commits);
  }
}

class GroupingSqliteDriver extends SqliteDriver {
  readonly #commits: GroupCommit;

  constructor(database: SqliteDatabase, commits: GroupCommit) {
    super({ database });
    this.#commits = commits;
  }

  override beginTransaction(): Promise<void> {
    return asPromised(() => {
      this.#commits.begin();
    });
  }

  override commitTransaction(): Promise<void> {
    return asPromised(() => {
      this.#commits.end();
    });
  }

  override rollbackTransaction(): Promise<void> {
    return asPromised(() => {
      this.#commits.undo();
    });
  }

  override destroy(): Promise<void> {
    this.#commits.flush();
    return super.destroy();
  }
}

/** What it throws, the promise rejects with. */
function asPromised(work: () => void): Promise<void> {
  return Promise.resolve().then(work);
}
