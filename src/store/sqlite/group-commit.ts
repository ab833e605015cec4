import type Database from 'better-sqlite3';

/** What of a database is used here. */
type Transactions = Pick<Database.Database, 'inTransaction' | 'prepare'>;

/** Transactions that are committed together; `written` when they are. */
interface Group {
  written: Promise<void>;
  settle(error?: unknown): void;
}

/**
 * One commit for all transactions that end in the same turn of the event loop: each is a savepoint in a transaction of
 * SQLite's, and whoever began one waits until that is on the disk. A disk takes a few hundred commits a second, or a few
 * thousand, however much is in each.
 *
 * What reads meanwhile sees what is about to be committed, and has to wait for `written` before anybody hears of it. What
 * writes by itself must call `flush` before, so that nothing counts as written that was read and then lost.
 */
export class GroupCommit {
  readonly #database: Transactions;
  readonly #run: (statement: string) => void;
  #group: Group | undefined;
  #isInTurn = false;

  constructor(database: Transactions) {
    this.#database = database;
    const statements = new Map<string, Database.Statement>();
    this.#run = (sql) => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      statement.run();
    };
  }

  /** Begins one transaction. Another can't begin before it has ended. */
  begin(): void {
    // An error of the disk, also while something was only read, makes SQLite take back all of it.
    if (this.#group && !this.#database.inTransaction) this.#close(takenBack());
    if (!this.#group) {
      // Writes from the beginning: one that reads first would fail if another process wrote in between.
      this.#run('begin immediate');
      this.#group = newGroup();
      this.#flushSoon();
    }
    this.#run('savepoint turn');
    this.#isInTurn = true;
  }

  /** Ends it; it is not written yet. */
  end(): void {
    this.#run('release turn');
    this.#isInTurn = false;
  }

  /** Takes it back, and nothing else of its group. */
  undo(): void {
    this.#isInTurn = false;
    if (!this.#database.inTransaction) {
      // On a full disk SQLite has taken everything back by itself.
      this.#close(takenBack());
      return;
    }
    try {
      this.#run('rollback to turn');
      this.#run('release turn');
    } catch (error) {
      // Half of it must not be written with the others.
      this.#rollBack();
      this.#close(error);
    }
  }

  /** Settles when what is under way is on the disk; rejects when it could not be written. */
  get written(): Promise<void> {
    return this.#group?.written ?? Promise.resolve();
  }

  /** Writes what has ended, unless a transaction is under way: then it is written with that one. */
  flush(): void {
    if (!this.#group || this.#isInTurn) return;
    let failure: unknown;
    try {
      this.#run('commit');
    } catch (error) {
      failure = error;
      this.#rollBack();
    }
    this.#close(failure);
  }

  #rollBack(): void {
    try {
      if (this.#database.inTransaction) this.#run('rollback');
    } catch {
      // What made it necessary is told; the next transaction finds out whether the database can be used.
    }
  }

  #flushSoon(): void {
    setImmediate(() => {
      if (this.#isInTurn) this.#flushSoon();
      else this.flush();
    });
  }

  #close(error?: unknown): void {
    const group = this.#group;
    this.#group = undefined;
    group?.settle(error);
  }
}

function takenBack(): Error {
  return new Error('SQLite has taken back this transaction together with one that failed beside it');
}

function newGroup(): Group {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  // Also when nobody waits for it any more.
  promise.catch(() => undefined);
  return {
    written: promise,
    settle: (error) => {
      if (error === undefined) resolve(undefined);
      else reject(error);
    },
  };
}
