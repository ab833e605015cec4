import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/expect-no-leaks.ts'],
    // Flow, crash and browser tests start whole programs; each waits on conditions, this is only the outer bound.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Such tests mostly wait for programs; a few at once keep two cores busy without starving one another.
    maxConcurrency: 5,
    maxWorkers: 4,
    isolate: false,
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
