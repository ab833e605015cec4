import type { Delivery, DeliveryKind } from '../ports/delivery-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import type { RetryRule } from './retry-rule.ts';

/** How one kind of delivery is made true outside. */
export interface JobKind<Kind extends DeliveryKind> {
  retry: RetryRule;
  /** Comes again and again for ever: worth a line in the log only when somebody looks closely. */
  isRoutine?: boolean;
  /**
   * Makes the effect happen; called again after any failure or crash, so it looks before it repeats.
   * @throws TryLater to be called again without counting the attempt; a remote error to be retried by the rule.
   */
  run(delivery: Delivery<Kind>): Promise<JobResult>;
  /**
   * The delivery was given up; `reason` is fit for people to read.
   * @returns whether somebody is told by it, or nobody needs to be. Of all else the administrators are told.
   */
  onDead?(delivery: Delivery<Kind>, reason: string): Promise<boolean>;
}

export interface JobResult {
  /** One short fact for the record, such as a post's id. */
  result: string;
  /** Written in the transaction that finishes the delivery, so that it is recorded once. */
  record?: (queries: StoreQueries) => Promise<void>;
}

export type JobKinds = { [Kind in DeliveryKind]: JobKind<Kind> };
