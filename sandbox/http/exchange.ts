export type Service = 'kchat' | 'infomaniak';

/** One request as the tests see it. `path` is as the platform's documents write it, without the query. */
export interface Exchange {
  service: Service;
  method: string;
  path: string;
  query: unknown;
  body: unknown;
}

export interface ObservedExchange extends Exchange {
  /** `before`: arrived, nothing done yet. `after`: the state has changed, the answer is not sent yet. */
  phase: 'before' | 'after';
}

/** May return `lost` before the work: the request then vanishes with its connection, and nothing was done. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most observers only look and return nothing
export type Observer = (exchange: ObservedExchange) => void | 'lost' | Promise<void | 'lost'>;

export interface RequestRecord extends Exchange {
  at: number;
  /** Who called, once the token was recognised. */
  by: string | undefined;
  /** `undefined` while unanswered, and for good when a fault swallowed the request. */
  status: number | undefined;
}

/** Something the platform's documents do not allow, or do not mention. A bot that works by luck leaves these. */
export interface Violation {
  service: Service;
  method: string;
  path: string;
  by: string | undefined;
  problem: string;
}
