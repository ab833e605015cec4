import { describe, expect, it } from 'vitest';
import type { Played } from '../describe-played.ts';

/** Members ask, and an administrator answers. */
export function playRequests({
  see,
  play,
  open,
  ask,
  message,
  buttonsOf,
  press,
  fill,
  submit,
  mailsTo,
  page,
}: Played): void {
  describe('a request of a member', () => {
    it('is passed on to the administrators, in the member’s language', async () => {
      await play('member');
      const answer = await ask('/kinvite tom@acme.ch Tom Frei --note "Joins my team"');
      expect(await answer.innerText()).toContain('Ich habe die Administratoren gebeten, Tom Frei');
      expect(await (await ask('/kinvite list')).innerText()).toContain('Nur kChat-Administratoren');
    });

    it('stands in the approval channel, and an administrator denies it with a reason', async () => {
      await play('admin');
      await see('channel-invitations').getByTestId('unread').waitFor();
      await open('channel-invitations');
      const card = see('notice').filter({ hasText: 'asks to invite Tom Frei' });
      expect(await buttonsOf(card)).toEqual(['Approve', 'Deny']);
      await press(card, 'Deny');
      await fill({ reason: 'No seat this year' });
      await submit();
      await card.getByText('Denied by Pat Keller: No seat this year').waitFor();
      expect(await buttonsOf(card)).toEqual([]);
    });

    it('is told how it ended, and can ask again by the form, which offers no role', async () => {
      await play('member');
      await open('dm-euria-welcome');
      await message('wurde nicht freigegeben: No seat this year').waitFor();
      await ask('/kinvite');
      await fill({ email: 'ada@acme.ch', first_name: 'Ada', last_name: 'Weber' });
      expect(await see('dialog-field-role').count()).toBe(0);
      await see('dialog-submit').getByText('Anfragen').waitFor();
      await submit();
      await message('Ich habe die Administratoren gebeten, Ada Weber').waitFor();
    });

    it('becomes an invitation when it is approved, and its card is the administrator’s', async () => {
      await play('admin');
      await open('channel-invitations');
      const card = see('notice').filter({ hasText: 'asks to invite Ada Weber' });
      await press(card, 'Approve');
      await card.getByText('Approved by Pat Keller').waitFor();
      expect(await buttonsOf(card)).toEqual([]);
      await open('dm-euria-welcome');
      await message('(ada@acme.ch) · pending').waitFor();
      expect(await mailsTo('ada@acme.ch')).toHaveLength(1);
      expect(await mailsTo('tom@acme.ch')).toEqual([]);

      await play('member');
      await open('dm-euria-welcome');
      await message('ist als Benutzer eingeladen').waitFor();
      expect(await page().getByRole('button', { name: 'Widerrufen' }).count()).toBe(0);
    });
  });
}
