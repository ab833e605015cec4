import { defineConfig } from 'vitest/config';

/** Tests that start whole programs: they share the machine with few others, because their replies are timed. */
const programs = ['test/flow/**/*.test.ts', 'test/crash/**/*.test.ts', 'test/contract/**/*.test.ts'];
const browsers = ['test/browser/**/*.test.ts'];

export const shared = {
  setupFiles: ['test/support/expect-no-leaks.ts'],
  // Tests wait on conditions; this is only the outer bound.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  isolate: false,
};

export default defineConfig({
  test: {
    ...shared,
    coverage: { include: ['src/**', 'commands/**'] },
    // One group after the other.
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [...programs, ...browsers],
          maxConcurrency: 5,
          maxWorkers: 4,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'programs', include: programs, maxConcurrency: 3, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        // A browser takes a core by itself.
        test: { name: 'browser', include: browsers, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
