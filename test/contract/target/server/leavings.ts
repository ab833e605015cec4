/** What the suite has made on somebody's server, to be removed in reverse order. */
export interface Leavings {
  /** @param orElse for a server that lets nobody remove it for good: switches it off at least */
  add(what: string, remove: () => Promise<unknown>, orElse?: () => Promise<unknown>): void;
  /** Goes on after a failure; what stays behind is named on standard error. */
  removeAll(): Promise<void>;
}

interface Leaving {
  what: string;
  remove: () => Promise<unknown>;
  orElse: () => Promise<unknown>;
}

export function createLeavings(): Leavings {
  const left: Leaving[] = [];
  return {
    add: (what, remove, orElse = () => Promise.resolve()) => {
      left.push({ what, remove, orElse });
    },
    removeAll: async () => {
      for (const { what, remove, orElse } of left.splice(0).reverse()) {
        await remove().catch(async (error: unknown) => {
          process.stderr.write(`LEFT BEHIND: ${what}. ${reasonOf(error)}\n`);
          await orElse().catch((alsoRefused: unknown) => {
            process.stderr.write(`It could not be switched off either. ${reasonOf(alsoRefused)}\n`);
          });
        });
      }
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
