import type { RemoteService } from '../errors.ts';
import { ok, skipped, warning, type Diagnosis } from './diagnosis.ts';

/** More than this, and times in answers and timelines begin to mislead (kChat: 70 s were seen; section 3). */
const toleratedSkewMs = 60_000;

/** Compares the clock of a service, as its answers tell it, with this machine's. */
export function checkClock(service: RemoteService, skewMs: number | undefined): Diagnosis {
  if (skewMs === undefined) return skipped(`${service} does not tell its time.`);
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= toleratedSkewMs) return ok(`This machine and ${service} agree on the time.`);
  return warning(
    `${service}’s clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine’s.`,
    'Let NTP set this machine’s clock (timedatectl set-ntp true). If it is set already, nothing needs doing here.',
  );
}
