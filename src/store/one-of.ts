import type { Expression, ExpressionBuilder, ReferenceExpression, SqlBool } from 'kysely';
import type { Schema } from './schema.ts';

/** Whether a column has one of these values; of none it never has one, which not every database lets one write. */
export function oneOf<Table extends keyof Schema>(
  build: ExpressionBuilder<Schema, Table>,
  column: ReferenceExpression<Schema, Table>,
  values: readonly string[],
): Expression<SqlBool> {
  return values.length === 0 ? build.lit(false) : build(column, 'in', values);
}
