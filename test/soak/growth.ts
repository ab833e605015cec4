import { median, type Sample } from './samples.ts';

/** Until then, everything that is loaded once is loaded, and caches are filled: this part of the time. */
const warmUp = 0.3;
/** What is compared is this part of the time after the warm-up, and at the end. */
const compared = 0.2;

/** Garbage is collected when it pays: this much is no leak. */
const memoryLeeway = { factor: 1.15, mebibytes: 24 };
/** Connections come and go. */
const handleLeeway = 10;

export interface Growth {
  memory: { first: number; last: number };
  handles: { first: number; last: number };
  /** One sentence for each promise that is broken. */
  broken: string[];
}

/** Compares what a process held after the warm-up with what it held at the end. */
export function growthOf(samples: readonly Sample[]): Growth {
  const end = samples.at(-1)?.at ?? 0;
  const between = (from: number, to: number) => samples.filter(({ at }) => at >= from * end && at <= to * end);
  const first = between(warmUp, warmUp + compared);
  const last = between(1 - compared, 1);
  const memory = { first: median(first.map((one) => one.memory)), last: median(last.map((one) => one.memory)) };
  const handles = { first: median(first.map((one) => one.handles)), last: median(last.map((one) => one.handles)) };
  const mostMemory = Math.max(memory.first * memoryLeeway.factor, memory.first + memoryLeeway.mebibytes);
  return {
    memory,
    handles,
    broken: [
      ...(memory.last > mostMemory ? [`memory grew from ${memory.first} to ${memory.last} MiB`] : []),
      ...(handles.last > handles.first + handleLeeway
        ? [`open handles grew from ${handles.first} to ${handles.last}`]
        : []),
    ],
  };
}
