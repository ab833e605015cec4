import { RemoteRefusal, RemoteSilence, type RemoteRefusalDetails, type RemoteService } from '../../src/errors.ts';

export interface Fault {
  /** Which calls: of a method, or the one of this number among all calls, the first being 1. */
  at: string | number;
  /** With a number: that call and every later one. */
  onwards?: boolean;
  /** Whether the service had done the work when it failed. */
  moment: 'before' | 'after';
  /** What the caller gets. Without one the call never returns, as when the process dies in the middle of it. */
  error?: Error;
  /** How many matching calls; one unless said. */
  times?: number;
}

/** Makes a fake service fail as planned, and remembers what it was asked. */
export class Faults {
  readonly calls: string[] = [];
  readonly #planned: (Fault & { left: number })[] = [];
  #isDead = false;
  readonly #died = Promise.withResolvers<undefined>();

  plan(...faults: Fault[]): void {
    this.#planned.push(...faults.map((fault) => ({ ...fault, left: fault.times ?? 1 })));
  }

  /** The service works again. */
  clear(): void {
    this.#planned.length = 0;
  }

  /** Resolves when a call has begun that will never return. */
  get died(): Promise<undefined> {
    return this.#died.promise;
  }

  /** From now on, or no longer, no call returns: whoever calls is dead. */
  hangUp(isDead: boolean): void {
    this.#isDead = isDead;
  }

  count(method: string): number {
    return this.calls.filter((call) => call === method).length;
  }

  async around<T>(method: string, work: () => T): Promise<T> {
    const number = this.calls.push(method);
    await Promise.resolve();
    if (this.#isDead) return never();
    const fault = this.#planned.find(({ at, onwards, left }) =>
      onwards ? number >= Number(at) : left > 0 && (at === method || at === number),
    );
    if (!fault) return work();
    fault.left -= 1;
    if (fault.moment === 'after') ignoreAnswer(work);
    if (fault.error) throw fault.error;
    this.#died.resolve(undefined);
    return never();
  }
}

/** What the service did or refused to do, nobody hears of it. */
function ignoreAnswer(work: () => unknown): void {
  try {
    work();
  } catch {
    // Lost with the answer.
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

export function silence(reason: RemoteSilence['reason'] = 'timeout', service: RemoteService = 'Infomaniak') {
  return new RemoteSilence({ service, operation: 'a call', reason });
}

export function refusal(
  status: number,
  code?: string,
  more: Partial<RemoteRefusalDetails> = {},
  service: RemoteService = 'Infomaniak',
) {
  return new RemoteRefusal({ service, operation: 'a call', status, code, ...more });
}
