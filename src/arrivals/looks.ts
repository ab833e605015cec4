import type { Dependencies } from '../invitations/dependencies.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import { createFileLook } from './look-for-files.ts';
import { lookForNewcomers } from './look-for-newcomers.ts';
import { meet } from './meet.ts';
import { poll } from './poll.ts';

/** The three ways of looking for what happened outside, for the worker to run. */
export function createLooks(deps: Dependencies) {
  const lookForFiles = createFileLook(deps);
  return {
    poll: () => poll(deps, lookForFiles),
    lookForNewcomers: () => lookForNewcomers(deps),
    meet: (delivery: Delivery<'meet'>) => meet(deps, delivery),
  };
}
