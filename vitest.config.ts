import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Flow, crash and browser tests start whole programs; each waits on conditions, this is only the outer bound.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**', 'commands/**'] },
  },
});
