import { describe, expect, it } from 'vitest';
import type { Played } from '../describe-played.ts';

const phone = { width: 390, height: 844 };
const laptop = { width: 1440, height: 900 };

/** What fits. */
export function playScreens({ see, play, open, ask, page }: Played): void {
  describe('the screen', () => {
    it('has room for all help at once', async () => {
      await page().setViewportSize(laptop);
      const help = await (await ask('/kinvite help')).boundingBox();
      const room = await page().getByRole('log').boundingBox();
      expect(help?.height).toBeLessThan(room?.height ?? 0);
    });

    /** How far the page is wider than the screen, and each message than its list, in pixels. */
    const overflow = () =>
      page().evaluate(
        'Math.max(...[document.documentElement, ...document.querySelectorAll(".messages, .message-main, .dialog, .mail, .manager")].map((e) => e.scrollWidth - e.clientWidth))',
      );

    it('of a phone leaves no answer beyond its edge', async () => {
      await page().setViewportSize(phone);
      for (const line of ['help', 'help welcome', 'list', 'status jane@acme.ch', 'stats', 'audit', 'welcome show']) {
        await ask(`/kinvite ${line}`);
        expect(await overflow(), line).toBe(0);
      }
    });

    it('of a phone shows the form, cards, the mail and the Manager as a whole', async () => {
      await ask('/kinvite');
      await see('dialog').waitFor();
      expect(await overflow()).toBe(0);
      await see('dialog-cancel').click();
      await see('browse').click();
      await open('dm-euria-welcome');
      expect(await overflow()).toBe(0);
      await see('manager-toggle').click();
      await see('manager').waitFor();
      expect(await overflow()).toBe(0);
      await see('manager-toggle').click();
      await play('mailbox');
      await see('mail-item').first().click();
      await see('mail-text').waitFor();
      expect(await overflow()).toBe(0);
    });
  });
}
