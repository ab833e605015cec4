import type { NewDelivery } from '../../src/ports/delivery-store.ts';
import { team } from '../support/fake-chat.ts';

/** The simplest delivery there is; the queue treats all kinds alike. */
export function owedPoll(changes: Partial<Pick<NewDelivery, 'dedupeKey' | 'target' | 'runAt'>> = {}): NewDelivery {
  return { teamId: team.id, kind: 'poll', target: 'target', payload: {}, dedupeKey: 'key', runAt: 0, ...changes };
}
