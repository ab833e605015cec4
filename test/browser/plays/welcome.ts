import { describe, expect, it } from 'vitest';
import type { Played } from '../describe-played.ts';

/** The team writes what newcomers read. */
export function playWelcome({ see, play, open, ask, message, fill, submit }: Played): void {
  describe('the welcome', () => {
    it('is written in a form that starts with what newcomers read until now', async () => {
      await open('dm-euria-welcome');
      await ask('/kinvite welcome set');
      expect(await see('dialog-field-text').inputValue()).toContain('{first_name}');
      await fill({ text: 'Hello {nobody}!' });
      await see('dialog-submit').click();
      await see('dialog-error-text').getByText('There is no placeholder {nobody}').waitFor();
      await fill({ text: '#### Good to see you, {first_name}!\n\n{inviter} is glad to help.' });
      await submit();
      await message('Newcomers will read this').getByText('Good to see you, Jane!').waitFor();
    });

    it('is sent to oneself as a test', async () => {
      await ask('/kinvite welcome test');
      await message('Pat Keller is glad to help.').getByRole('heading', { name: 'Good to see you, Jane!' }).waitFor();
    });

    it('reaches a newcomer as it was written', async () => {
      await play('mailbox');
      await see('mail-item').filter({ hasText: 'jane@acme.ch' }).click();
      await see('accept').click();
      await see('register').click();
      await see('open-kchat').click();
      await see('dm-euria-welcome').getByTestId('unread').waitFor();
      await open('dm-euria-welcome');
      await message('Good to see you, Jane!').getByText('Pat Keller is glad to help.').waitFor();
      await play('admin');
    });
  });
}
