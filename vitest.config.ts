import { defineConfig } from 'vitest/config';

const browser = 'test/browser/**/*.test.ts';

export default defineConfig({
  test: {
    // Flow, crash and browser tests start whole programs; each waits on conditions, this is only the outer bound.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Such tests mostly wait for programs; a few at once keep two cores busy without starving one another.
    maxConcurrency: 5,
    maxWorkers: 4,
    isolate: false,
    coverage: { include: ['src/**', 'commands/**'] },
    projects: [
      {
        extends: true,
        test: { name: 'all but the browser', include: ['test/**/*.test.ts'], exclude: [browser] },
      },
      {
        extends: true,
        // A browser takes a core by itself: after all others, and one at a time.
        test: { name: 'browser', include: [browser], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
