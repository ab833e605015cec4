import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventStream } from '../../sandbox/control/event-stream.ts';
import { createWorld } from '../../sandbox/create-world.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const event = 'event: changed\ndata: {}\n\n';

function watch() {
  const { world } = createWorld('http://127.0.0.1:1', {});
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writeHead: () => undefined,
    write: (text: string) => written.push(text),
  });
  void eventStream(world)(new EventEmitter() as unknown as Request, response as unknown as Response, () => undefined);
  written.length = 0;
  return { world, written, response };
}

test('changes within 50 ms become one event, later ones another', () => {
  const { world, written } = watch();
  for (let change = 1; change <= 3; change += 1) world.changes.notify();
  expect(written).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(written).toEqual([event]);
  world.changes.notify();
  vi.advanceTimersByTime(50);
  expect(written).toEqual([event, event]);
});

test('nothing is written to a page that was closed', () => {
  const { world, written, response } = watch();
  world.changes.notify();
  response.emit('close');
  world.changes.notify();
  vi.advanceTimersByTime(200);
  expect(written).toEqual([]);
});
