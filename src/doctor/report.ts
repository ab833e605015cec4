import type { Finding } from './checkup.ts';
import { statuses, type Status } from './diagnosis.ts';

export interface Report {
  /** Which team it is about, where there are several. */
  team?: string;
  /** In a fixed order. */
  checks: Finding[];
  /** How many checks ended how. */
  summary: Record<Status, number>;
}

export function reportOf(checks: Finding[], team?: string): Report {
  const count = (status: Status) => checks.filter((finding) => finding.status === status).length;
  const summary = Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<Status, number>;
  return { ...(team !== undefined && { team }), checks, summary };
}

/** 1 when something has to be done before the bot works in every team. */
export function exitCodeOf(reports: readonly Report[]): 0 | 1 {
  return reports.every(({ summary }) => summary.failure === 0) ? 0 : 1;
}
