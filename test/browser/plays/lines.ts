import { describe, expect, it } from 'vitest';
import type { Played } from '../describe-played.ts';

/** Lines as the README has them, each with what is answered. Some stand on those before. */
const lines = [
  ['lea@acme.ch Lea Roth', 'Lea Roth (lea@acme.ch) is invited as user'],
  ['Kai Frei <kai@acme.ch> --channel ~marketing --lang de', 'On arrival they join ~Marketing'],
  ['ada@acme.ch Ada Weber --role administrator', 'add --confirm'],
  ['list pending', 'Lea Roth\tlea@acme.ch\tpending'],
  ['status lea@acme.ch', 'kSuite seat granted'],
  ['link lea@acme.ch', '/invitation/account/'],
  ['resend lea@acme.ch', 'It was sent a moment ago'],
  ['revoke lea@acme.ch she starts next year', 'is revoked: its link no longer works, and its kSuite seat is free'],
  ['audit lea@acme.ch', 'she starts next year'],
  ['forget lea@acme.ch', 'This can’t be undone'],
  ['forget lea@acme.ch --confirm', 'Erased'],
  ['channels add ~marketing', 'everybody who is invited here joins ~Marketing'],
  ['group "Marketing" ~marketing', 'I am adding everybody of Marketing to ~Marketing'],
  ['requests', 'Nobody waits for an approval'],
  ['help invite', '--any-login'],
] as const;

/** What people type. */
export function playLines({ see, open, ask, message }: Played): void {
  describe('a line', () => {
    it('is completed with the verbs of the command', async () => {
      await see('composer').pressSequentially('/kinvite ');
      const verbs = await see('autocomplete').getByRole('option').allInnerTexts();
      expect(verbs).toEqual(
        expect.arrayContaining([
          'list [state] [page]',
          'import [lines|confirm|cancel]',
          'requests [approve|deny <email>]',
        ]),
      );
      expect(verbs.filter((verb) => verb.startsWith('remove'))).toEqual([]);
      await see('composer').pressSequentially('revo');
      await see('composer').press('Enter');
      expect(await see('composer').inputValue()).toBe('/kinvite revoke ');
    });

    it.each(lines)('/kinvite %s: %s', async (line, answer) => {
      await open('channel-off-topic');
      expect(await (await ask(`/kinvite ${line}`)).innerText()).toContain(answer);
    });

    it('about a work team ends with a message that says who is in the channel now', async () => {
      await open('dm-euria-welcome');
      await message('2 of Marketing are in ~Marketing now').waitFor();
    });
  });
}
