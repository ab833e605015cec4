import type { DeliveryKind } from './delivery-store.ts';

/**
 * Something this program did, told the moment it happens to whoever counts it and writes it down. Closed sets of words
 * and ids of our own alone: no person, address, channel or secret ever stands in a fact. Durations in milliseconds.
 */
export type Fact =
  | { happened: 'answer'; verb: string; by: AnsweredBy; outcome: AnswerOutcome; durationMs: number }
  | { happened: 'reply'; route: string; status: number; durationMs: number }
  | { happened: 'attempt'; kind: DeliveryKind; outcome: AttemptOutcome; durationMs: number }
  /** `status` is undefined when no answer came. */
  | { happened: 'provider_request'; operation: string; status: number | undefined; durationMs: number }
  | { happened: 'invitation'; invitation: string }
  /** `afterMs` counts from the request of the invitation. */
  | { happened: 'acceptance'; invitation: string; afterMs: number }
  | { happened: 'arrival'; as: ArrivedAs; invitation: string | undefined };

/** What was answered: something typed, a pressed button or a sent form. */
export type AnsweredBy = 'command' | 'button' | 'form';

/** `mistake`: the person was told what to correct. `refused`: they may not do this. `failed`: a fault of ours. */
export type AnswerOutcome = 'answered' | 'mistake' | 'refused' | 'failed';

/** `lost`: its end could not be written, because of a fault or because another holder had taken the delivery over. */
export type AttemptOutcome = 'done' | 'retried' | 'postponed' | 'dead' | 'lost';

export type ArrivedAs = 'invited' | 'walk_in' | 'accepted_late';

/** Never throws and takes no time: whoever does something does not wait for those who watch. */
export type Observe = (fact: Fact) => void;
