import { expect, it } from 'vitest';
import { describePlayed } from './describe-played.ts';

const table = 'E-Mail;Vorname;Nachname;Telefon\njane@acme.ch;Jane;Doe;1\nnobody;Max;Frei;2\nlea@acme.ch;Lea;Roth;3\n';

describePlayed('an import by file, from the page', ({ see, play, page }) => {
  it('begins with a message to the bot, which has not written yet', async () => {
    await play('admin');
    await see('write-euria-welcome').click();
    await page().getByRole('heading', { name: 'Euria' }).waitFor();
    await see('attach').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await see('send').click();
    await see('file').getByText('people.csv').waitFor();
  });

  it('shows what would happen, and what is left out', async () => {
    await page().getByText('I leave these columns out').waitFor();
    const offer = see('message').filter({ hasText: '2 can be invited' });
    await offer.waitFor();
    expect(await offer.innerText()).toContain('not an e-mail address');
  });

  it('invites once it is confirmed, and reports each line', async () => {
    await page().getByRole('button', { name: 'Invite 2' }).click();
    await page().getByText('The import has ended').waitFor();
    const report = page().getByRole('table').filter({ hasText: 'lea@acme.ch' }).last();
    await report.getByRole('cell', { name: 'pending' }).first().waitFor();
    await play('mailbox');
    await see('mail-item').nth(1).waitFor();
    expect(await see('mail-item').count()).toBe(2);
  });
});
