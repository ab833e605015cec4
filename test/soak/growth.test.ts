import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import { sampleOf } from './samples.ts';

/** A hundred samples. */
const samples = (memory: (part: number) => number, handles: (part: number) => number) =>
  Array.from({ length: 101 }, (_, index) => ({
    at: index * 1_000,
    memory: memory(index / 100),
    handles: handles(index / 100),
  }));

describe('what a soaked program holds', () => {
  it('is flat when it grows while it warms up, and a little afterwards', () => {
    const grown = samples(
      (part) => 80 + Math.min(part, 0.3) * 200 + part * 5,
      (part) => (part < 0.1 ? 20 : 35),
    );
    expect(growthOf(grown)).toMatchObject({ broken: [] });
  });

  it('is not flat when memory leaks', () => {
    const leaking = samples(
      (part) => 100 + part * 100,
      () => 30,
    );
    expect(growthOf(leaking).broken).toEqual(['memory grew from 140 to 190 MiB']);
  });

  it('is not flat when handles leak', () => {
    const leaking = samples(
      () => 100,
      (part) => 30 + Math.round(part * 40),
    );
    expect(growthOf(leaking).broken).toEqual(['open handles grew from 46 to 66']);
  });

  it('is not moved by a single peak', () => {
    const peaked = samples(
      (part) => (part === 0.95 ? 900 : 100),
      () => 30,
    );
    expect(growthOf(peaked).broken).toEqual([]);
  });
});

it('a sample of a process is read from the system', () => {
  const { memory, handles } = sampleOf(process.pid, 0);
  expect(memory).toBeGreaterThan(20);
  expect(handles).toBeGreaterThan(2);
});
