import type { Dependencies } from '../invitations/dependencies.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import { lookForNewcomers } from './look-for-newcomers.ts';
import { meet } from './meet.ts';
import { poll } from './poll.ts';

/** The three ways of looking for acceptances and arrivals, for the worker to run. */
export function createLooks(deps: Dependencies) {
  return {
    poll: () => poll(deps),
    lookForNewcomers: () => lookForNewcomers(deps),
    meet: (delivery: Delivery<'meet'>) => meet(deps, delivery),
  };
}
