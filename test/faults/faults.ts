import type { FaultInput } from '../../sandbox/faults.ts';

export type Inflicted = Omit<FaultInput, 'service' | 'method' | 'path' | 'times'>;

/** Ways for a call to fail once, as docs/failures.md names them. The harder moment of each: the work is done or not. */
export const faults: Record<string, Inflicted> = {
  '429': { mode: 'status', status: 429, when: 'before', retryAfter: 0 },
  '500': { mode: 'status', status: 500, when: 'before' },
  '500, after having done the work': { mode: 'status', status: 500, when: 'after' },
  '502 with HTML, after having done the work': { mode: 'html', status: 502, when: 'after' },
  'an answer that comes slowly': { mode: 'slow', when: 'before', delayMs: 40 },
  'no answer': { mode: 'hang', when: 'before' },
  'no answer, after having done the work': { mode: 'hang', when: 'after' },
  'a broken connection': { mode: 'reset', when: 'before' },
  'a broken connection, after having done the work': { mode: 'reset', when: 'after' },
  'wrong JSON, after having done the work': { mode: 'wrong_json', when: 'after' },
};
