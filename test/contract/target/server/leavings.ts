/** What the suite has made on somebody's server, to be removed in reverse order. */
export interface Leavings {
  add(what: string, remove: () => Promise<unknown>): void;
  /** Goes on after a failure; what stays behind is named on standard error. */
  removeAll(): Promise<void>;
}

export function createLeavings(): Leavings {
  const left: { what: string; remove: () => Promise<unknown> }[] = [];
  return {
    add: (what, remove) => {
      left.push({ what, remove });
    },
    removeAll: async () => {
      for (const { what, remove } of left.splice(0).reverse()) {
        await remove().catch((error: unknown) => {
          process.stderr.write(`LEFT BEHIND: ${what}. ${error instanceof Error ? error.message : ''}\n`);
        });
      }
    },
  };
}
