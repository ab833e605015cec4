import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../../browser/open-page.ts';
import { describeInChromium } from '../../browser/with-chromium.ts';
import { call, useSandbox } from '../sandbox-client.ts';
import { card } from './card.ts';
import { useIntegration } from './integration.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGNgYPgPRRAKAA9UAf+YcDbsAAAAAElFTkSuQmCC',
  'base64',
);
const elements = [
  { display_name: 'E-mail', name: 'email', type: 'text', subtype: 'email', help_text: 'At acme.ch' },
  { display_name: 'Role', name: 'role', type: 'select', default: 'user', options: [{ text: 'User', value: 'user' }] },
  { display_name: 'Silent', name: 'silent', type: 'bool', placeholder: 'Tell nobody', optional: true },
  { display_name: 'Note', name: 'note', type: 'textarea', optional: true },
];

describeInChromium('the page with cards, forms and files', () => {
  const { sandbox, asAdmin, channel } = useSandbox();
  const integration = useIntegration();
  let open: OpenPage | undefined;
  let page: Page;
  const see = (testId: string) => page.getByTestId(testId);

  beforeEach(async () => {
    const url = `${integration().url}/command`;
    await asAdmin('POST', '/commands', { team_id: sandbox().teamId, method: 'P', trigger: 'kinvite', url });
    open = await openPage(sandbox().pageUrl);
    page = open.page;
    await see('composer').waitFor();
    return async () => {
      expect(open?.requestsOutside).toEqual([]);
      await open?.close();
    };
  });

  const type = async (text: string) => {
    await see('composer').fill(text);
    await see('composer').press('Escape');
    await see('send').click();
  };

  test('shows a card, presses its button, and shows what became of it in its place', async () => {
    integration().answer({ json: { update: { message: 'Revoked', props: { attachments: [{ text: 'By Pat' }] } } } });
    const props = { attachments: [card(integration().url)] };
    await asAdmin('POST', '/posts', { channel_id: channel('town-square').id, message: 'Pending', props });
    await see('attachment').getByText('Jane Doe').waitFor();
    await see('action-revoke').click();
    await see('attachment').getByText('By Pat').waitFor();
    expect(await see('action-revoke').count()).toBe(0);
    expect(await page.getByText('Pending').count()).toBe(0);
  });

  test('says at the card that a press failed', async () => {
    integration().answer({ json: { text: '', attachments: [card(integration().url)] } }, '/command');
    integration().answer({ status: 500, text: '' }, '/press');
    await type('/kinvite');
    await see('ephemeral').getByTestId('action-revoke').click();
    await see('ephemeral').getByRole('alert').getByText('Action integration error.').waitFor();
  });

  describe('with a form open', () => {
    beforeEach(async () => {
      integration().answer({ json: { text: '' } }, '/command');
      await type('/kinvite');
      await expect.poll(() => integration().heard.length).toBe(1);
      const trigger = integration().heard[0]?.body.trigger_id;
      const dialog = {
        title: 'Invite',
        introduction_text: 'By **mail**',
        elements,
        notify_on_cancel: true,
        state: 's1',
      };
      const request = { trigger_id: trigger, url: `${integration().url}/form`, dialog };
      await call(`${sandbox().kchatUrl}/api/v4/actions/dialogs/open`, 'POST', request);
      await see('dialog').waitFor();
    });
    const submitted = () =>
      integration()
        .heard.filter((one) => one.path === '/form')
        .map((one) => one.body);

    test('stands at the first field and asks for what is missing', async () => {
      expect(await page.locator(':focus').getAttribute('id')).toBe('dialog-input-email');
      await page.keyboard.press('Enter');
      expect(await see('dialog-error-email').innerText()).toBe('This field is required.');
      expect(submitted()).toEqual([]);
    });

    test('shows the bot’s complaint at the field, keeps what was typed, and closes when there is none', async () => {
      integration().answer({ json: { errors: { email: 'Not at acme.ch' } } }, '/form');
      await see('dialog-field-email').fill('jane@gmail.com');
      await see('dialog-field-silent').check();
      await see('dialog-submit').click();
      await see('dialog-error-email').getByText('Not at acme.ch').waitFor();
      expect(await see('dialog-field-email').inputValue()).toBe('jane@gmail.com');

      integration().answer({ json: {} }, '/form');
      await see('dialog-field-email').fill('jane@acme.ch');
      await see('dialog-submit').click();
      await see('dialog').waitFor({ state: 'detached' });
      const submission = { email: 'jane@acme.ch', role: 'user', silent: true, note: null };
      expect(submitted().at(-1)).toMatchObject({ submission, state: 's1', cancelled: false });
    });

    test('closes on Escape and tells the bot', async () => {
      await page.keyboard.press('Escape');
      await see('dialog').waitFor({ state: 'detached' });
      await expect.poll(submitted).toMatchObject([{ submission: {}, cancelled: true }]);
    });

    test('shows a refusal as a whole', async () => {
      integration().answer({ json: { error: 'No seat is left' } }, '/form');
      await see('dialog-field-email').fill('jane@acme.ch');
      await see('dialog-submit').click();
      await see('dialog-error').getByText('No seat is left').waitFor();
    });
  });

  test('sends files, shows pictures and saves the rest', async () => {
    await see('attach').setInputFiles([
      { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('email\n') },
      { name: 'chart.png', mimeType: 'image/png', buffer: png },
    ]);
    await see('send').click();
    await see('file-image').waitFor();
    await expect
      .poll(() => see('file-image').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(3);
    const [download] = await Promise.all([page.waitForEvent('download'), see('file').click()]);
    expect(download.suggestedFilename()).toBe('people.csv');
    expect(await see('pending-file').count()).toBe(0);
  });
});
