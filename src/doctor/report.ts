import type { Finding } from './checkup.ts';
import { statuses, type Status } from './diagnosis.ts';

export interface Report {
  /** In a fixed order. */
  checks: Finding[];
  /** How many checks ended how. */
  summary: Record<Status, number>;
}

export function reportOf(checks: Finding[]): Report {
  const count = (status: Status) => checks.filter((finding) => finding.status === status).length;
  const summary = Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<Status, number>;
  return { checks, summary };
}

/** 1 when something has to be done before the bot works. */
export function exitCodeOf({ summary }: Report): 0 | 1 {
  return summary.failure === 0 ? 0 : 1;
}
