import { DatabaseError } from 'pg';
import { expect, it } from 'vitest';
import { asTrouble } from '../../../src/store/postgres/passing.ts';
import { retryConflicts } from '../../../src/store/postgres/retry-conflicts.ts';

const refusal = (code: string) => asTrouble(Object.assign(new DatabaseError('refused', 7, 'error'), { code })) as Error;

it.each([
  ['somebody was quicker', '23505', 5],
  ['it gave way to another one', '40P01', 5],
  ['the server ends', '57P01', 1],
])('a statement is asked again when %s, or not (%s)', async (_, code, times) => {
  let asked = 0;
  const statement = () => {
    asked += 1;
    return Promise.reject(refusal(code));
  };
  await expect(retryConflicts(statement)).rejects.toMatchObject({ code });
  expect(asked).toBe(times);
});
