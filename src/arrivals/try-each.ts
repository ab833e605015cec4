/**
 * Does the work for each item in turn, although it may have failed for an earlier one: a single invitation that the
 * provider chokes on must not hide all the others.
 * @throws the first error, after every item was tried.
 */
export async function tryEach<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) {
    await work(item).catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw errors[0];
}
