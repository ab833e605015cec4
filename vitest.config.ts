import { defineConfig } from 'vitest/config';
import { findPostgres } from './test/support/postgres/find-postgres.ts';

const postgres = {
  name: 'postgres',
  // Whatever touches the database, under the same names; the rest does not know which one it has.
  include: ['test/{store,flow,crash,replicas,commands,deliveries,arrivals,invitations}/**/*.test.ts'],
  exclude: ['test/{store,flow}/sqlite/**'],
  globalSetup: ['test/support/postgres/global-setup.ts'],
};

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
        test: {
          name: 'sqlite',
          include: ['test/**/*.test.ts'],
          exclude: ['test/replicas/**', 'test/store/postgres/**'],
        },
      },
      ...(hasPostgres() ? [{ extends: true as const, test: postgres }] : []),
    ],
  },
});

/** Without PostgreSQL its tests are left out, loudly; in CI that is an error. */
function hasPostgres(): boolean {
  if (findPostgres() !== undefined) return true;
  if (process.env.CI !== undefined) throw new Error('PostgreSQL is missing; CI never leaves its tests out.');
  process.stderr.write(
    '\n  SKIPPED: all tests on PostgreSQL, because its programs are missing (Debian: apt-get install postgresql).\n\n',
  );
  return false;
}
