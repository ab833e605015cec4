import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { openPage, type OpenPage } from './open-page.ts';
import { startDemo, type RunningDemo } from './start-demo.ts';

const chromium = findChromium();
const required = Boolean(process.env.CI);
if (!chromium && !required) {
  process.stderr.write('SKIPPED: the browser test of an import by file, because there is no Chromium.\n');
}

const table = 'E-Mail;Vorname;Nachname;Telefon\njane@acme.ch;Jane;Doe;1\nnobody;Max;Frei;2\nlea@acme.ch;Lea;Roth;3\n';

/** Each step stands on the one before. */
describe.skipIf(!chromium && !required)('an import by file, from the page', () => {
  let demo: RunningDemo | undefined;
  let open: OpenPage | undefined;
  let page: Page;
  const see = (testId: string) => page.getByTestId(testId);

  beforeAll(async () => {
    if (!chromium) throw new Error('Continuous integration has to have Chromium, and it is not on PATH.');
    demo = await startDemo();
    open = await openPage(chromium, demo.address);
    page = open.page;
  });
  afterAll(async () => {
    await open?.close();
    await demo?.stop();
  });

  it('begins with a message to the bot, which has not written yet', async () => {
    await see('write-euria-welcome').click();
    await page.getByRole('heading', { name: 'Euria' }).waitFor();
    await see('attach').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await see('send').click();
    await see('file').getByText('people.csv').waitFor();
  });

  it('shows what would happen, and what is left out', async () => {
    await page.getByText('I leave these columns out').waitFor();
    const offer = see('message').filter({ hasText: '2 can be invited' });
    await offer.waitFor();
    expect(await offer.innerText()).toContain('not an e-mail address');
  });

  it('invites once it is confirmed, and reports each line', async () => {
    await page.getByRole('button', { name: 'Invite 2' }).click();
    await page.getByText('The import has ended').waitFor();
    const report = page.getByRole('table').filter({ hasText: 'lea@acme.ch' }).last();
    await report.getByRole('cell', { name: 'pending' }).first().waitFor();
    await see('role-mailbox').click();
    await see('mail-item').nth(1).waitFor();
    expect(await see('mail-item').count()).toBe(2);
  });

  it('made no error in the page and no request outside its own origin', () => {
    expect(open?.troubles).toEqual([]);
    expect(open?.requestsOutside).toEqual([]);
  });
});
