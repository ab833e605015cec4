import { dayMs } from '../ports/clock.ts';
import type { InvitationState } from '../ports/invitation-store.ts';
import type { InvitationTimes, StatisticsStore } from '../ports/statistics-store.ts';
import { dayTeller, lastPeriods, type Period } from './calendar.ts';

/** Up to so many days get a bar each; more are counted by weeks. */
const maxDailyBars = 31;

export interface StatisticsRange {
  /** Counted back from today, today included. */
  days: number;
  /** In milliseconds. */
  now: number;
  /** Whose days are meant; an IANA name. */
  timeZone: string;
}

export interface Statistics extends Counts {
  period: Period;
  takenBack: number;
  /** Still open of those that were invited in this time. */
  open: number;
  /** From the request to the acceptance, in milliseconds; undefined when nobody accepted. */
  medianMs: number | undefined;
  /** By day, or by week where there are too many days to look at. */
  periods: (Period & Counts)[];
}

export interface Counts {
  invited: number;
  accepted: number;
  expired: number;
}

/** States in which nobody was invited, be it not yet or never. */
const uninvited: readonly string[] = ['requested', 'awaiting_approval', 'denied', 'failed'] satisfies string[];
const takenBack: readonly InvitationState[] = ['revoked', 'rejected'];
const open: readonly InvitationState[] = ['provisioning', 'unknown', 'pending'];

/** Each fact counts on the day it happened: somebody invited before and accepting now is accepted, not invited, now. */
export async function readStatistics(
  { statistics }: { statistics: StatisticsStore },
  teamId: string,
  { days, now, timeZone }: StatisticsRange,
): Promise<Statistics> {
  const dayOf = dayTeller(timeZone);
  const periods = lastPeriods(dayOf(now), days, days > maxDailyBars ? 7 : 1);
  const period = { first: periods[0]?.first ?? '', last: dayOf(now) };
  // A day has up to 25 hours, and a first day that is too long is cut off by its name.
  const rows = await statistics.since(teamId, now - (days + 1) * dayMs);

  const facts = rows.map((row) => ({ ...row, ...daysOf(row, dayOf) }));
  const within = ({ first, last }: Period) => {
    const has = (day: string | undefined) => day !== undefined && first <= day && day <= last;
    return {
      invited: facts.filter(({ invitedOn }) => has(invitedOn)),
      accepted: facts.filter(({ acceptedOn }) => has(acceptedOn)),
      expired: facts.filter(({ expiredOn }) => has(expiredOn)),
    };
  };
  const whole = within(period);
  return {
    ...counts(whole),
    period,
    takenBack: whole.invited.filter(({ state }) => takenBack.includes(state)).length,
    open: whole.invited.filter(({ state }) => open.includes(state)).length,
    medianMs: median(whole.accepted.map(({ acceptedAt = 0, requestedAt }) => acceptedAt - requestedAt)),
    periods: periods.map((one) => ({ ...one, ...counts(within(one)) })),
  };
}

function daysOf({ state, requestedAt, expiresAt, acceptedAt }: InvitationTimes, dayOf: (at: number) => string) {
  const isInvited = !uninvited.includes(state);
  // Who accepted after all is not counted as lost.
  const isExpired = state === 'expired' && acceptedAt === undefined;
  return {
    invitedOn: isInvited ? dayOf(requestedAt) : undefined,
    acceptedOn: acceptedAt === undefined ? undefined : dayOf(acceptedAt),
    expiredOn: isExpired && expiresAt !== undefined ? dayOf(expiresAt) : undefined,
  };
}

function counts(lists: Record<keyof Counts, readonly unknown[]>): Counts {
  return { invited: lists.invited.length, accepted: lists.accepted.length, expired: lists.expired.length };
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
