import { describe, expect, it } from 'vitest';
import { call } from '../../sandbox/sandbox-client.ts';
import type { Played } from '../describe-played.ts';

/** Many people at once. */
export function playImport({ see, ask, open, message, buttonsOf, rowsOf, press, mailsTo, address }: Played): void {
  describe('an import', () => {
    const offer = (count: number) => message(`${count} can be invited`);
    const mailed = async (...names: string[]) =>
      (await Promise.all(names.map((name) => mailsTo(`${name}@acme.ch`)))).map((mails) => mails.length);

    it('shows what would become of each line, and invites nobody yet', async () => {
      const answer = await ask('/kinvite import\nkim@acme.ch Kim Lee\nnobody at all\nbob@acme.ch Bob Stone');
      expect(await answer.innerText()).toContain('2 can be invited, 1 can’t.');
      await open('dm-euria-welcome');
      expect(await buttonsOf(offer(2))).toEqual(['Invite 2', 'Cancel']);
      const rows = await rowsOf(offer(2));
      // What somebody has to look at comes first.
      expect(rows[1]).toContain('nobody at all is not an e-mail address');
      expect(rows.slice(2)).toEqual([
        expect.stringMatching(/1\s+kim@acme\.ch\s+Kim Lee\s+✓/),
        expect.stringContaining('✓'),
      ]);
      expect(await mailed('kim', 'bob')).toEqual([0, 0]);
    });

    it('shows its progress in the same message once it is confirmed, then how it ended', async () => {
      // The provider takes its time, so that there is a progress to see.
      const slow = { service: 'infomaniak', mode: 'slow', when: 'before', delayMs: 3_000 };
      await call(`${address()}sandbox/faults`, 'POST', slow);
      await press(offer(2), 'Invite 2');
      await message('Import ░').getByText('0 of 2 · about').waitFor();
      await call(`${address()}sandbox/faults`, 'DELETE');

      expect(await buttonsOf(message('The import has ended.'))).toEqual([]);
      expect(await message('The import has ended.').innerText()).toContain('pending: 2 · not invited: 1');
      expect(await see('message').filter({ hasText: 'can be invited' }).count()).toBe(0);
      expect(await mailed('kim', 'bob')).toEqual([1, 1]);
    });

    it('reports line by line', async () => {
      const report = await rowsOf(message('What became of each of the 3 rows.'));
      expect(report.map((row) => row.split(/\s+/).slice(0, 3).join(' '))).toEqual([
        'Line E-mail Result',
        '1 kim@acme.ch pending',
        '2 nobody at',
        '3 bob@acme.ch pending',
      ]);
    });

    it('leaves no trace when it is cancelled', async () => {
      await ask('/kinvite import\nzoe@acme.ch Zoe Frey');
      await press(offer(1), 'Cancel');
      expect(await buttonsOf(message('The import was cancelled.'))).toEqual([]);
      expect(await mailed('zoe')).toEqual([0]);
      expect(await (await ask('/kinvite status zoe@acme.ch')).innerText()).toContain('was not invited here');
    });
  });
}
