import type { KyselyPlugin } from 'kysely';

/**
 * For what is read outside of transactions: it may have seen what is about to be committed, and counts once that is on
 * the disk. A reply would tell otherwise of what a crash takes back.
 * @param commits `written` rejects when that could not be; then nobody learns what was read.
 */
export function onceWritten(commits: { readonly written: Promise<void> }): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await commits.written;
      return result;
    },
  };
}
