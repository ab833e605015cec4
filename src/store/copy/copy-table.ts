import type { Client } from 'pg';
import { RefusedStartError } from '../../errors.ts';
import { RowHash } from './row-hash.ts';
import type { SqliteSource, Table } from './sqlite-source.ts';

export interface CopiedTable {
  name: string;
  rows: number;
  /** SHA-256 over all rows, the same on both sides. */
  hash: string;
}

/** As many as fit into memory many times over, whatever they hold. */
const batchSize = 1_000;

/**
 * Copies one table and reads the copy back.
 * @throws RefusedStartError when the copy is not what was copied.
 */
export async function copyTable(source: SqliteSource, client: Client, table: Table): Promise<CopiedTable> {
  const written = new RowHash();
  let batch: unknown[][] = [];
  for (const row of source.rows(table)) {
    written.add(row);
    batch.push(row);
    if (batch.length < batchSize) continue;
    await insert(client, table, batch);
    batch = [];
  }
  await insert(client, table, batch);
  await continueNumbers(client, table);

  const read = await readBack(client, table);
  const [hash, copied] = [written.digest(), read.digest()];
  if (written.count !== read.count || hash !== copied) {
    throw new RefusedStartError(
      `The copy of ${table.name} is not what was copied: ${written.count} rows, ${read.count} in the copy. Nothing was kept.`,
    );
  }
  return { name: table.name, rows: written.count, hash };
}

/** A list for each column, so that the statement is the same however many rows there are. */
async function insert(client: Client, { name, columns }: Table, rows: readonly unknown[][]): Promise<void> {
  if (rows.length === 0) return;
  const listed = columns.map((column) => `"${column.name}"`).join(', ');
  const lists = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  const values = columns.map((_, index) => rows.map((row) => row[index]));
  await client.query(`insert into "${name}" (${listed}) select * from unnest(${lists})`, values);
}

/** Rows that number themselves go on where the copied ones end. */
async function continueNumbers(client: Client, { name, columns, key }: Table): Promise<void> {
  const [column] = key;
  if (key.length !== 1 || columns.find((one) => one.name === column)?.type !== 'bigint') return;
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), max("${column ?? ''}")) from "${name}" having count(*) > 0`,
    [`"${name}"`, column],
  );
}

async function readBack(client: Client, { name, columns, key }: Table): Promise<RowHash> {
  const listed = columns.map((column) => `"${column.name}"`).join(', ');
  const ordered = key.map((column) => `"${column}"`).join(', ');
  await client.query(`declare copied no scroll cursor for select ${listed} from "${name}" order by ${ordered}`);
  const hash = new RowHash();
  for (;;) {
    const { rows } = await client.query<unknown[]>({ text: `fetch ${batchSize} from copied`, rowMode: 'array' });
    for (const row of rows) hash.add(row);
    if (rows.length < batchSize) break;
  }
  await client.query('close copied');
  return hash;
}
