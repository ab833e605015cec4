import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  typist.world.chat.join(chatUser('berta', { isSystemAdmin: true, firstName: 'Berta', lastName: 'Frei' }));
});

/** The table's rows, without the times. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.slice(line.indexOf(' | ') + 3, -2));

describe('the record', () => {
  test('says who did what to whom, newest first, and leaves out what happened by itself', async () => {
    const { type, world } = typist;
    await type('jane@acme.ch Jane Doe');
    world.clock.advance(minutes(2));
    await type('revoke jane@acme.ch Starts next year', { userId: 'berta' });
    expect(rowsOf(await type('audit'))).toEqual([
      'Berta Frei | Cancelled | `jane@acme.ch`',
      'Berta Frei | Revocation requested: Starts next year | `jane@acme.ch`',
      'Anna Meier | Requested | `jane@acme.ch`',
    ]);
  });

  test('of one address has everything about it, of every invitation, and nothing of others', async () => {
    const { type, world } = typist;
    await type('jane@acme.ch Jane Doe');
    await type('revoke jane@acme.ch');
    world.clock.advance(minutes(2));
    await type('jane@acme.ch Jane Doe');
    await type('max@acme.ch Max Muster');
    const answer = await type('audit JANE@acme.ch');
    expect(answer).toContain('entries about `jane@acme.ch`');
    expect(answer).toContain('| by itself | Mailed |');
    expect(rowsOf(answer).filter((row) => row.includes('Requested'))).toHaveLength(2);
    expect(answer).not.toContain('max@acme.ch');
  });

  test('comes in pages', async () => {
    const { type } = typist;
    for (let number = 1; number <= 21; number += 1) await type(`p${number}@acme.ch Pia Muster`);
    const first = await type('audit', { command: '/onboard' });
    expect(first).toContain('**21 entries**, page 1 of 2');
    expect(first).toContain('More: `/onboard audit 2`');
    expect(rowsOf(first)).toHaveLength(20);
    expect(rowsOf(await type('audit 2'))).toEqual(['Anna Meier | Requested | `p1@acme.ch`']);
    expect(await type('audit 3')).toContain('There are only 2 pages');
  });

  test('shows ids where kChat does not tell names', async () => {
    const { type, world } = typist;
    await type('jane@acme.ch Jane Doe', { userId: 'berta' });
    await type('audit');
    world.chat.faults.plan({ at: 'user', moment: 'before', error: silence('timeout', 'kChat') });
    expect(rowsOf(await type('audit'))).toEqual(['`berta` | Requested | `jane@acme.ch`']);
  });

  test('says so when there is nothing', async () => {
    expect(await typist.type('audit')).toContain('Nobody has done anything');
    expect(await typist.type('audit jane@acme.ch')).toContain('Nothing is recorded about `jane@acme.ch`');
  });

  test.each(['audit jane@acme.ch max@acme.ch', 'audit 1 2'])('takes one of each: %s', async (line) => {
    expect(await typist.type(line)).toContain('one e-mail address and one page number');
  });

  test('is for administrators', async () => {
    typist.world.chat.join(chatUser('max'));
    expect(await typist.type('audit', { userId: 'max' })).toContain('Only kChat administrators');
  });
});
