import { describe, expect, it } from 'vitest';
import type { Played } from '../describe-played.ts';

const email = 'jane.doe@acme.ch';

/** Inviting without a line, and going on by buttons. */
export function playFormAndCard({
  see,
  ask,
  open,
  message,
  buttonsOf,
  press,
  fill,
  submit,
  mailsTo,
  page,
  address,
}: Played): void {
  describe('an invitation by the form, and its card', () => {
    const card = (standing: string) => message(`(${email}) · ${standing}`);
    const question = () => message('Revoke the invitation of Jane Doe');
    const link = async () => (await mailsTo(email))[0]?.acceptUrl ?? 'no mail';

    it('opens on the bare command and asks for what is missing, at its field', async () => {
      await ask('/kinvite');
      await see('dialog').getByRole('heading', { name: 'Invite to the kSuite' }).waitFor();
      await see('dialog-submit').click();
      const missing = await see('dialog').getByRole('alert').allInnerTexts();
      expect(missing).toEqual(Array(3).fill('This field is required.'));
      expect(await page().locator(':focus').getAttribute('id')).toBe('dialog-input-email');
    });

    it('shows at the fields what the bot finds wrong, and keeps what was entered', async () => {
      await fill({ email, first_name: 'Jane', last_name: 'Doe', role: 'admin', channels: '~nowhere' });
      await see('dialog-submit').click();
      await see('dialog-error-role').getByText('tick the confirmation below').waitFor();
      expect(await see('dialog-error-channels').innerText()).toContain('There is no channel ~nowhere that you could');
      expect(await see('dialog-field-email').inputValue()).toBe(email);
      expect(await mailsTo(email)).toEqual([]);
    });

    it('invites when nothing is wrong any more, and says in the direct messages how it went', async () => {
      await fill({ role: 'normal', channels: '~marketing', strict: true, note: 'See you soon!' });
      await submit();
      await see('dm-euria-welcome').getByTestId('unread').waitFor();
      await open('dm-euria-welcome');
      await message('is invited as user').getByText('~Marketing').waitFor();
      expect(await buttonsOf(card('pending'))).toEqual(['Resend', 'Copy link', 'Revoke']);
      expect(await mailsTo(email)).toHaveLength(1);
    });

    it('shows the link that was mailed, to the inviter alone', async () => {
      await press(card('pending'), 'Copy link');
      await see('ephemeral')
        .getByText(await link())
        .waitFor();
      expect(
        await see('message')
          .getByText(await link())
          .count(),
      ).toBe(0);
    });

    it('sends no second mail within a minute of the first, and says how long to wait', async () => {
      await press(card('pending'), 'Resend');
      await see('ephemeral').getByText('It was sent a moment ago. Please wait').waitFor();
      expect(await mailsTo(email)).toHaveLength(1);
    });

    it('asks before it revokes; Cancel leaves everything as it was', async () => {
      await press(card('pending'), 'Revoke');
      expect(await buttonsOf(question())).toEqual(['Confirm', 'Cancel']);
      await press(question(), 'Cancel');
      expect(await buttonsOf(card('pending'))).toEqual(['Resend', 'Copy link', 'Revoke']);
    });

    it('revokes once that is confirmed, and does nothing more for a window that still shows the old card', async () => {
      const late = await page().context().newPage();
      await late.goto(address());
      await late.getByTestId('dm-euria-welcome').click();
      const lateCard = late.getByTestId('message').filter({ hasText: `(${email}) · pending` });
      await lateCard.waitFor();
      // From here on this window hears of nothing that happens elsewhere.
      await late.route('**/api/v4/**', (route) =>
        route.request().method() === 'GET' ? route.abort() : route.continue(),
      );

      await press(card('pending'), 'Revoke');
      await press(question(), 'Confirm');
      expect(await buttonsOf(card('revoked'))).toEqual([]);

      await press(lateCard, 'Copy link');
      await lateCard.getByRole('alert').waitFor();
      expect(
        await see('ephemeral')
          .getByText(/The link for Jane Doe/)
          .count(),
      ).toBe(1);
      await late.close();
    });

    it('has freed the seat in the Manager', async () => {
      await see('manager-toggle').click();
      expect(await see('seats').innerText()).toContain('3 of 20 kSuite seats used');
      expect(await see('manager-user').getByText(email).count()).toBe(0);
      await see('manager-toggle').click();
    });
  });
}
