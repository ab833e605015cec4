/** Of an odd or even number of values; they need no order. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The nearest of the values themselves. @param share from 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  const value = sorted[index];
  if (value === undefined) throw new Error('There is nothing to take a percentile of');
  return value;
}
