import { describe, expect, test } from 'vitest';
import { seconds } from '../support/fake-clock.ts';
import { newInvitation } from '../store/new-invitation.ts';
import { openTypist, type Typist } from './typist.ts';

async function invite(count: number, { type, world }: Typist): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await type(`person${number}@acme.ch Person No${number}`);
    world.clock.advance(seconds(1));
  }
}

const rows = (answer: string) => answer.split('\n').filter((line) => /^\| (?!---|Person \|)/.test(line));

describe('the list', () => {
  test('of a new team tells how to begin, with the trigger as it was typed', async () => {
    const { type } = await openTypist();
    await expect(type('list', { command: '/onboard' })).resolves.toBe(
      'Nobody was invited here yet. Start with `/onboard jane@acme.ch Jane Doe`.',
    );
  });

  test('shows who, the state, since when, until when and by whom', async () => {
    const typist = await openTypist();
    await invite(1, typist);
    expect(rows(await typist.type('list'))).toEqual([
      '| Person No1 | `person1@acme.ch` | pending | 23 Nov 2026, 09:00 UTC | 23 Dec 2026, 09:00 UTC | Anna Meier |',
    ]);
  });

  test('has the newest first, twenty a page, and names the command for the next', async () => {
    const typist = await openTypist();
    await invite(21, typist);
    const first = await typist.type('list');
    expect(first).toContain('**21 invitations**, page 1 of 2');
    expect(rows(first)).toHaveLength(20);
    expect(rows(first)[0]).toContain('person21@acme.ch');
    expect(first).toContain('`/kinvite list 2`');
    const second = await typist.type('list 2');
    expect(rows(second)).toHaveLength(1);
    expect(second).toContain('person1@acme.ch');
    expect(second).not.toContain('More:');
  });

  test('counts no more than ten thousand, and still shows what comes after them', async () => {
    const { type, world } = await openTypist();
    await world.store.transaction(async ({ invitations }) => {
      for (let number = 0; number < 10_005; number += 1) {
        const email = `person${number}@acme.ch`;
        await invitations.insert(newInvitation(email, { email, requestedAt: number }));
      }
    });
    const first = await type('list requested');
    expect(first).toContain('**More than 10000 invitations (requested)**, page 1\n');
    expect(first).toContain('`/kinvite list requested 2`');
    expect(rows(await type('list 501'))).toHaveLength(5);
    await expect(type('list 502')).resolves.toBe('There are only 501 pages.');
  });

  test('says less of each person where twenty are too much for a message', async () => {
    const { type, world } = await openTypist();
    const insert = (length: number, domain: string) =>
      world.store.transaction(async ({ invitations }) => {
        for (let number = 10; number < 30; number += 1) {
          const email = `p${number}@${domain}`;
          const stars = '*'.repeat(length);
          const changes = { email, firstName: stars, inviterName: stars, requestedAt: number + length };
          await invitations.insert(newInvitation(email, changes));
        }
      });
    await insert(60, 'acme.ch');
    const shorter = await type('list');
    expect(shorter.length).toBeLessThanOrEqual(4_000);
    expect(rows(shorter)).toHaveLength(20);
    expect(shorter).toContain('`p10@acme.ch`');
    await insert(100, `${'sub.'.repeat(55)}acme.ch`);
    const shortest = await type('list');
    expect(shortest.length).toBeLessThanOrEqual(4_000);
    expect(rows(shortest)).toHaveLength(19);
    expect(shortest).toContain('One more row of this page is too long for one message.');
  });

  test('can be narrowed to a state, in either order of the words', async () => {
    const typist = await openTypist();
    await invite(1, typist);
    typist.world.provisioning.seatsLeft = 0;
    await typist.type('jane@acme.ch Jane Doe');
    for (const line of ['list failed', 'list 1 FAILED']) {
      const answer = await typist.type(line);
      expect(answer).toContain('**1 invitation (failed)**, page 1 of 1');
      expect(rows(answer).join()).toContain('failed: no kSuite seat is left');
    }
    await expect(typist.type('list expired')).resolves.toBe('No invitation is in the state “expired”.');
  });

  test('says that there is no such page or state', async () => {
    const typist = await openTypist();
    await invite(1, typist);
    await expect(typist.type('list 2')).resolves.toBe('There is only one page.');
    for (const line of ['list 1 1', 'list pending expired'])
      await expect(typist.type(line)).resolves.toBe('I take one state and one page number.');
    await expect(typist.type('list 0')).resolves.toMatch(
      /^`0` is neither a page nor a state\. The states are awaiting_approval, req/,
    );
  });

  test('keeps its columns whatever people are called', async () => {
    const typist = await openTypist();
    await typist.type('jane@acme.ch "Jane | Mary" "D|oe"');
    expect(rows(await typist.type('list'))[0]).toContain('| Jane ¦ Mary D¦oe | `jane@acme.ch` |');
  });
});
