import { styleText } from 'node:util';
import type { Status } from './diagnosis.ts';
import type { Report } from './report.ts';

const colours = { ok: 'green', warning: 'yellow', failure: 'red', skipped: 'gray' } as const satisfies Record<
  Status,
  Parameters<typeof styleText>[0]
>;

/** One line for each check, for people. Coloured only where standard output is a terminal that wants it. */
export function printText({ team, checks, summary }: Report): void {
  const widest = Math.max(...checks.map(({ check }) => check.length));
  const lines = checks.map(({ check, status, message, remedy }) => {
    const mark = styleText(colours[status], status.padEnd('skipped'.length), { stream: process.stdout });
    return [mark, check.padEnd(widest), remedy === undefined ? message : `${message} ${remedy}`].join('  ');
  });
  const { ok, warning, failure, skipped } = summary;
  lines.push(`${ok} ok, ${warning} to think about, ${failure} to be mended, ${skipped} not checked.`);
  if (team !== undefined) lines.unshift(`Team ${team}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** All of it as one JSON document, for scripts: the report, or those of several teams. */
export function printJson(reports: readonly Report[]): void {
  const [report] = reports;
  const document = report?.team === undefined ? report : { teams: reports };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
