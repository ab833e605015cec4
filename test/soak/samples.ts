import { readdirSync, readFileSync } from 'node:fs';

/** What a process holds at one moment. */
export interface Sample {
  /** Since the start of the load, in milliseconds. */
  at: number;
  /** Resident memory, in MiB. */
  memory: number;
  /** Open files, sockets and pipes. */
  handles: number;
}

/** @throws Error where there is no /proc, or no such process (any more). */
export function sampleOf(pid: number, at: number): Sample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  return { at, memory: Math.round(kibibytes / 1024), handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** The middle one of some numbers: a garbage collection or a burst of requests moves it less than the average. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
