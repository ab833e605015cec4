import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Stands for a value that is only known when the query runs. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** What a value is called while a query is built. */
type PlaceFor<Values> = <Name extends keyof Values & string>(name: Name) => Values[Name];

/**
 * A query that is built and compiled once for each kind of database, and then only filled in: for those that every command
 * waits for. Building and compiling one takes several times as long as SQLite needs to answer it.
 *
 * `compiledOnce<{ id: string }, Row>((db, the) => db.selectFrom('delivery').selectAll().where('id', '=', the('id')))`
 * @param build is called once, so it must not decide anything by a value.
 */
export function compiledOnce<Values extends Record<string, unknown>, Row>(
  build: (db: Kysely<Schema>, the: PlaceFor<Values>) => Compilable<Row>,
) {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  // Kysely hands values through as they are; only the database would mind what this one is.
  const the = ((name: string) => new Placeholder(name)) as unknown as PlaceFor<Values>;

  return async (db: Kysely<Schema>, values: Values): Promise<Row[]> => {
    // A transaction has the adapter of the database that it belongs to.
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? build(db, the).compile();
    compiled.set(adapter, query);
    const parameters = query.parameters.map((one) => (one instanceof Placeholder ? values[one.name] : one));
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
