/** `skipped`: could not be looked at, which is neither good nor bad. */
export const statuses = ['ok', 'warning', 'failure', 'skipped'] as const;
export type Status = (typeof statuses)[number];

/** What one check found out, in words that hold no secret and no personal data. */
export interface Diagnosis<Value = undefined> {
  status: Status;
  message: string;
  /** What to do about it, as a sentence. */
  remedy?: string;
  /** What later checks stand on; without it they are skipped. */
  value?: Value;
}

export function ok(message: string): Diagnosis;
export function ok<Value>(message: string, value: Value): Diagnosis<Value>;
export function ok<Value>(message: string, value?: Value): Diagnosis<Value> {
  return { status: 'ok', message, ...(value !== undefined && { value }) };
}

/** The bot works, but less well, or perhaps not for long. */
export function warning<Value = undefined>(message: string, remedy: string, value?: Value): Diagnosis<Value> {
  return { status: 'warning', message, remedy, ...(value !== undefined && { value }) };
}

/** The bot can't do its work until somebody follows the remedy. */
export function failure<Value = undefined>(message: string, remedy: string, value?: Value): Diagnosis<Value> {
  return { status: 'failure', message, remedy, ...(value !== undefined && { value }) };
}

export function skipped<Value = undefined>(message: string, value?: Value): Diagnosis<Value> {
  return { status: 'skipped', message, ...(value !== undefined && { value }) };
}

const byGravity: readonly Status[] = ['failure', 'warning', 'skipped', 'ok'];

/** Several answers to one question as one: the gravest status, what is not right (else everything), each remedy once. */
export function combine(diagnoses: readonly Diagnosis[]): Diagnosis {
  const status = byGravity.find((one) => diagnoses.some((diagnosis) => diagnosis.status === one)) ?? 'ok';
  const told = diagnoses.filter((diagnosis) => status === 'ok' || diagnosis.status !== 'ok');
  const message = told.map((diagnosis) => diagnosis.message).join(' ');
  const remedies = new Set(told.flatMap(({ remedy }) => remedy ?? []));
  return { status, message, ...(remedies.size > 0 && { remedy: [...remedies].join(' ') }) };
}
