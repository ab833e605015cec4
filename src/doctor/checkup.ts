import { isRemoteError } from '../errors.ts';
import type { Diagnosis, Status } from './diagnosis.ts';
import { troubleWith } from './remote-trouble.ts';

/** One line of the report. */
export interface Finding {
  /** Stable: scripts rely on it. */
  check: string;
  status: Status;
  message: string;
  remedy?: string;
}

/** What a check has established for others, or the name of the check that failed before it could. */
export interface Ground<Value> {
  reached: Promise<{ value: Value } | { blockedBy: string }>;
}

type Grounds<Values extends readonly unknown[]> = { [Index in keyof Values]: Ground<Values[Index]> };

/**
 * Runs checks, each as soon as the grounds it stands on are there, so that independent ones run at the same time. A
 * check whose ground is missing is skipped: one fault is one failure, not a wall of them.
 */
export class Checkup {
  readonly #findings: Promise<Finding>[] = [];

  /** @param examine may throw a RemoteError, which becomes a failure with a general remedy. */
  check<Values extends readonly unknown[] | [], Value = undefined>(
    check: string,
    grounds: Grounds<Values>,
    examine: (...values: NoInfer<Values>) => Diagnosis<Value> | Promise<Diagnosis<Value>>,
  ): Ground<Value> {
    const outcome = outcomeOf(check, grounds, examine);
    this.#findings.push(outcome.then(({ finding }) => finding));
    return { reached: outcome.then(({ ground }) => ground) };
  }

  /** In the order in which the checks were added, whichever ended first. */
  findings(): Promise<Finding[]> {
    return Promise.all(this.#findings);
  }
}

interface Outcome<Value> {
  finding: Finding;
  ground: Awaited<Ground<Value>['reached']>;
}

async function outcomeOf<Values extends readonly unknown[], Value>(
  check: string,
  grounds: Grounds<Values>,
  examine: (...values: Values) => Diagnosis<Value> | Promise<Diagnosis<Value>>,
): Promise<Outcome<Value>> {
  const reached = await Promise.all(grounds.map((ground) => ground.reached));
  const missing = reached.find((ground) => 'blockedBy' in ground);
  if (missing) {
    const message = `Not checked: ${missing.blockedBy} has to be right first.`;
    return { finding: { check, status: 'skipped', message }, ground: missing };
  }
  const values = reached.flatMap((ground) => ('value' in ground ? [ground.value] : []));
  const { value, ...found } = await carefully(() => examine(...(values as unknown as Values)));
  return { finding: { check, ...found }, ground: value === undefined ? { blockedBy: check } : { value } };
}

/** Turns a remote error that the check was not made for into a diagnosis. */
async function carefully<Value>(
  examine: () => Diagnosis<Value> | Promise<Diagnosis<Value>>,
): Promise<Diagnosis<Value>> {
  try {
    return await examine();
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return troubleWith(error);
  }
}
