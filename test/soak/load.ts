import { setTimeout as wait } from 'node:timers/promises';
import type { FaultInput } from '../../sandbox/faults.ts';
import type { peopleAtWork } from '../support/people-at-work.ts';
import type { Stage } from '../support/stage.ts';

/** Lines that people type beside invitations: of use, mistaken, and large. */
const lines = [
  'list',
  'list pending',
  'status row0@example.test',
  'help invite',
  'stats 7',
  'audit',
  'export',
  'welcome test en',
  'lsit',
  'nobody@acme',
  `import email,first_name,last_name\n${'x@acme.ch,X,Y\n'.repeat(300)}`,
] as const;

/** Each hits a few requests, then all is well again. */
const troubles: FaultInput[] = [
  { service: 'infomaniak', mode: 'status', status: 500, when: 'before', times: 3 },
  { service: 'infomaniak', mode: 'html', status: 502, when: 'after', times: 3 },
  { service: 'infomaniak', mode: 'reset', when: 'after', times: 2 },
  { service: 'infomaniak', mode: 'hang', when: 'before', times: 1 },
  { service: 'kchat', path: '/posts', mode: 'status', status: 429, when: 'before', retryAfter: 1, times: 3 },
  { service: 'kchat', path: '/posts', mode: 'reset', when: 'after', times: 2 },
  { service: 'kchat', path: '/members', mode: 'wrong_json', when: 'after', times: 2 },
  { service: 'kchat', path: '/users', mode: 'slow', when: 'before', times: 3, delayMs: 500 },
];

export interface Load {
  commands: number;
  /** Milliseconds. */
  slowest: number;
}

/** How long each part pauses, in milliseconds. */
const pauses = { inviting: 1_500, registering: 2_000, typing: 700, trouble: 6_000 };

/** People invite, register, type and mistype, while both platforms fail now and then, until the time is over. */
export async function loadUntil(
  end: number,
  stage: Stage,
  people: ReturnType<typeof peopleAtWork>,
  load: Load,
): Promise<void> {
  const isOver = () => Date.now() >= end;
  const again = async (pauseMs: number, act: (count: number) => unknown) => {
    for (let count = 0; !isOver(); count += 1) {
      await act(count);
      await wait(pauseMs);
    }
  };
  await Promise.all([
    again(pauses.inviting, () => people.invite(1, isOver)),
    again(pauses.registering, () => people.register(1)),
    again(pauses.typing, async (count) => {
      const started = performance.now();
      await people.actors.type(`/kinvite ${lines[count % lines.length] ?? ''}`);
      load.commands += 1;
      load.slowest = Math.max(load.slowest, performance.now() - started);
    }),
    again(pauses.trouble, (count) => {
      const trouble = troubles[count % troubles.length];
      if (trouble) stage.sandbox.faults.add(trouble);
      // Every connection for realtime breaks, too.
      if (count % 5 === 4) stage.sandbox.realtime.drop();
    }),
  ]);
  stage.sandbox.faults.clear();
}
