import { afterAll, expect } from 'vitest';
import { leaks } from './overheard.ts';

// Runs after the hooks of each test file, in which programs are ended and have said all they had to say.
afterAll(() => {
  expect(leaks()).toEqual([]);
});
