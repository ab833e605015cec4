/**
 * `npm run bench`: measures everything in one run, prints a table and writes `bench/results.json`. With names of measures as
 * arguments, those alone. Everything is on loopback. Exit code 1 when a goal is missed.
 */
import { writeFile } from 'node:fs/promises';
import { measureAcknowledging } from './measures/acknowledge.ts';
import { measureArrivals } from './measures/arrivals.ts';
import { measureFootprint } from './measures/footprint.ts';
import { measureGrowth } from './measures/growth.ts';
import { measurePolls } from './measures/polls.ts';
import { isMet, type Finding } from './support/finding.ts';
import { printFindings } from './support/print-findings.ts';

const measures: Record<string, { title: string; measure: () => Promise<Finding[]> }> = {
  acknowledge: { title: 'Acknowledging a command', measure: measureAcknowledging },
  arrivals: { title: 'From an arrival to the welcome', measure: measureArrivals },
  polls: { title: 'Requests to the provider', measure: measurePolls },
  growth: { title: 'With a database that grows', measure: measureGrowth },
  footprint: { title: 'What it takes of the machine', measure: measureFootprint },
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
