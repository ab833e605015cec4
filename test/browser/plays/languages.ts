import { describe, expect, it } from 'vitest';
import { patience } from '../open-page.ts';
import type { Played } from '../describe-played.ts';

/** One changes the language of one’s own kChat. */
export function playLanguages({ see, ask, open, message }: Played): void {
  describe('the language of kChat', () => {
    it('is German once it is chosen, in answers and forms', async () => {
      await see('language').selectOption('de');
      expect(await (await ask('/kinvite jane@acme.ch Jane Doe')).innerText()).toContain('ist als Benutzer eingeladen');
      expect(await (await ask('/kinvite list pending')).innerText()).toMatch(/1 Einladung.*ausstehend/s);
      await ask('/kinvite');
      await see('dialog').getByRole('heading', { name: 'In kSuite einladen' }).waitFor();
      await see('dialog-cancel').click();
      await open('dm-euria-welcome');
      await message('(jane@acme.ch) · ausstehend').getByRole('button', { name: 'Widerrufen' }).waitFor();
    });

    it('is English again at once, without a restart', async () => {
      await see('language').selectOption('en');
      // The bot hears of it by realtime, a moment later.
      const answer = async () => (await ask('/kinvite stats')).innerText();
      await expect.poll(answer, { timeout: patience, interval: 100 }).toContain('Declined or revoked');
    });
  });
}
