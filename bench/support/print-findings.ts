import { isMet, type Finding } from './finding.ts';

/** A table for people: what, the value, and the goal beside it where there is one. */
export function printFindings(title: string, findings: readonly Finding[]): void {
  const lines = findings.map((finding) => {
    const met = isMet(finding);
    const verdict = met === undefined ? '' : met ? '  met' : '  MISSED';
    const goal = finding.goal ? `  (goal: ${finding.goal.is} ${round(finding.goal.value)})` : '';
    return `  ${finding.what.padEnd(74)} ${round(finding.value).padStart(10)}${goal}${verdict}`;
  });
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

function round(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
