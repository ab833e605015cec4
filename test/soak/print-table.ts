import type { Happened } from '../support/disagreements.ts';
import type { Growth } from './growth.ts';
import type { Load } from './load.ts';

interface Soaked {
  seconds: number;
  growth: Growth;
  load: Load;
  happened: Happened;
}

/** What the load was, and what the program held after the warm-up and at the end. */
export function printTable({ seconds, growth: { memory, handles }, load, happened }: Soaked): void {
  const rows: [string, string][] = [
    ['duration', `${seconds} s`],
    ['invited, of whom came', `${happened.invited.length}, ${happened.newcomers.size}`],
    ['other commands', String(load.commands)],
    ['slowest reply to them', `${Math.round(load.slowest)} ms`],
    ['memory after the warm-up, at the end', `${memory.first} MiB, ${memory.last} MiB`],
    ['handles after the warm-up, at the end', `${handles.first}, ${handles.last}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(width)}  ${value}\n`);
}
