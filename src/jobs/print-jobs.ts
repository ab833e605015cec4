import type { DeliverySummary } from '../ports/delivery-store.ts';
import { errorCode } from './error-code.ts';

/** `team`: whose it is, where there are several. */
export type ListedJob = DeliverySummary & { team?: string | undefined };

export interface JobList {
  jobs: readonly ListedJob[];
  /** More than are listed. */
  hasMore: boolean;
}

const heads = ['STATE', 'KIND', 'ID', 'INVITATION', 'ATTEMPTS', 'DUE OR GIVEN UP', 'LAST ERROR'];

/** A line for each delivery, for people: what and when, never whom or with which words. */
export function jobsText({ jobs, hasMore }: JobList): string {
  if (jobs.length === 0) return 'Nothing is owed, and nothing was given up.\n';
  const hasTeams = jobs.some(({ team }) => team !== undefined);
  const rows = hasTeams
    ? [['TEAM', ...heads], ...jobs.map((job) => [job.team ?? '-', ...cells(job)])]
    : [heads, ...jobs.map(cells)];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  if (hasMore) lines.push('... and more.');
  return `${lines.join('\n')}\n`;
}

/** The same as one JSON document, for scripts. Times are in ISO 8601. */
export function jobsJson({ jobs, hasMore }: JobList): string {
  const deliveries = jobs.map(({ team, id, kind, invitationId, state, attempts, runAt, endedAt, lastError }) => ({
    ...(team !== undefined && { team }),
    id,
    kind,
    invitation: invitationId ?? null,
    state,
    attempts,
    runAt: timeText(runAt),
    endedAt: endedAt === undefined ? null : timeText(endedAt),
    lastError: errorCode(lastError) ?? null,
  }));
  return `${JSON.stringify({ deliveries, hasMore }, null, 2)}\n`;
}

function cells({ id, kind, invitationId, state, attempts, runAt, endedAt, lastError }: DeliverySummary): string[] {
  const when = timeText(endedAt ?? runAt);
  return [state, kind, id, invitationId ?? '-', String(attempts), when, errorCode(lastError) ?? '-'];
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
