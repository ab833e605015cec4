import { defineConfig } from 'vitest/config';
import { findPostgres } from './test/support/postgres/find-postgres.ts';

/** Tests that start whole programs: they share the machine with few others, because their replies are timed. */
const programs = ['test/flow/**/*.test.ts', 'test/crash/**/*.test.ts', 'test/contract/**/*.test.ts'];
const browsers = ['test/browser/**/*.test.ts'];
/** Keep both cores of a small machine busy by themselves. */
const crowds = ['test/flow/hundred-teams.test.ts'];
/** Of PostgreSQL alone. */
const onlyPostgres = ['test/store/postgres/**/*.test.ts', 'test/replicas/**/*.test.ts'];

/** Tests wait on conditions; this is only the outer bound. Groups come one after the other. */
const parts = { maxConcurrency: 5, maxWorkers: 4, sequence: { groupOrder: 0 } };
const whole = { maxConcurrency: 3, maxWorkers: 2, sequence: { groupOrder: 1 } };
const alone = { maxWorkers: 1, sequence: { groupOrder: 2 } };

/** What of the parts asks the store for more than rows by their key; `programs` ask it for the rest. */
const asking = [
  'test/store/**/*.test.ts',
  'test/recall-spending.test.ts',
  'test/commands/{audit,export,list,stats}.test.ts',
  'test/deliveries/{digest,retention,store-away}.test.ts',
];

/** What the started program asks the store for, from the beginning to the end, and whenever it is killed. */
const throughout = ['test/replicas/**/*.test.ts', 'test/crash/**/*.test.ts', 'test/flow/**/*.test.ts'];
const onlySqlite = ['test/store/sqlite/**', 'test/flow/sqlite/**'];

/** The same tests on the other database: every query of the store is asked there as well. */
const onPostgres = [
  {
    extends: true as const,
    test: {
      name: 'parts, PostgreSQL',
      include: asking,
      exclude: onlySqlite,
      globalSetup: ['test/support/postgres/global-setup.ts'],
      ...parts,
    },
  },
  {
    extends: true as const,
    test: {
      name: 'programs, PostgreSQL',
      include: throughout,
      exclude: [...onlySqlite, ...crowds],
      globalSetup: ['test/support/postgres/global-setup.ts'],
      ...whole,
    },
  },
  {
    extends: true as const,
    test: {
      name: 'crowds, PostgreSQL',
      include: crowds,
      globalSetup: ['test/support/postgres/global-setup.ts'],
      ...alone,
    },
  },
];

export const shared = {
  setupFiles: ['test/support/expect-no-leaks.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  isolate: false,
};

export default defineConfig({
  test: {
    ...shared,
    coverage: { include: ['src/**', 'commands/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [...programs, ...browsers, ...onlyPostgres],
          ...parts,
        },
      },
      { extends: true, test: { name: 'programs', include: programs, exclude: crowds, ...whole } },
      { extends: true, test: { name: 'crowds', include: crowds, ...alone } },
      ...(hasPostgres() ? onPostgres : []),
      { extends: true, test: { name: 'browser', include: browsers, ...alone } },
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
