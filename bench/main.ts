/**
 * `npm run bench`: measures everything in one run, prints a table and writes `bench/results.json`. With names of measures as
 * arguments, those alone. Everything is on loopback. Exit code 1 when a goal is missed.
 */
import { writeFile } from 'node:fs/promises';
import { measureAcknowledging } from './measures/acknowledge.ts';
import { isMet, type Finding } from './support/finding.ts';
import { printFindings } from './support/print-findings.ts';

const measures: Record<string, { title: string; measure: () => Promise<Finding[]> }> = {
  acknowledge: { title: 'Acknowledging a command', measure: measureAcknowledging },
};

const wanted = process.argv.slice(2);
const results: Record<string, Finding[]> = {};
for (const [name, { title, measure }] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const findings = await measure();
  printFindings(title, findings);
  results[name] = findings;
}
await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(results, undefined, 2)}\n`);
if (
  Object.values(results)
    .flat()
    .some((finding) => isMet(finding) === false)
)
  process.exitCode = 1;
