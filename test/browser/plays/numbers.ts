import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { patience } from '../open-page.ts';
import type { Played } from '../describe-played.ts';

/** What comes as a picture and as a file. */
export function playNumbers({ see, ask, open, message, page }: Played): void {
  describe('the numbers', () => {
    it('come as a table and, in a direct message, as a picture', async () => {
      await open('dm-euria-welcome');
      expect(await (await ask('/kinvite stats 30')).getByRole('row').count()).toBe(6);
      await message('Invitations,').getByTestId('file-image').waitFor();
      const width = () =>
        see('file-image')
          .last()
          .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
      await expect.poll(width, { timeout: patience }).toBeGreaterThan(1000);
    });

    it('come as a file that can be saved', async () => {
      await ask('/kinvite export');
      const file = see('file').last();
      await file.waitFor();
      const [download] = await Promise.all([page().waitForEvent('download'), file.click()]);
      expect(download.suggestedFilename()).toMatch(/^invitations-\d{4}-\d{2}-\d{2}.*\.csv$/);
      expect(await readFile(await download.path(), 'utf8')).toContain('jane@acme.ch');
    });
  });
}
