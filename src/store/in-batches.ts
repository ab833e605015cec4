/** A database takes a limited number of parameters in one statement. */
const batchSize = 500;

/** The same values in their order, as many at a time as one statement takes. */
export function* inBatches<T>(values: readonly T[]): Generator<T[]> {
  for (let start = 0; start < values.length; start += batchSize) yield values.slice(start, start + batchSize);
}
