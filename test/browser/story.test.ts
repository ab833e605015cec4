import { expect, it } from 'vitest';
import { describePlayed } from './describe-played.ts';

describePlayed('the story, played by one person from the page', ({ see, play, open, ask, message, page }) => {
  it('completes the slash command for the administrator and answers in private', async () => {
    const composer = see('composer');
    await composer.pressSequentially('/');
    await see('autocomplete').getByText('/kinvite').waitFor();
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/kinvite ');
    await composer.pressSequentially('jane.doe@acme.ch Jane Doe --channel ~marketing');
    await composer.press('Enter');

    const answer = await see('ephemeral').innerText();
    expect(answer).toContain('Only visible to you');
    expect(answer).toContain('Jane Doe (jane.doe@acme.ch) is invited as user and counts as one kSuite user');
  });

  it('keeps the answer from the other member', async () => {
    await play('member');
    await see('system-message').first().waitFor();
    expect(await see('ephemeral').count()).toBe(0);
    expect(await see('notice').count()).toBe(0);
  });

  it('lets the invitee open the mail, accept and register', async () => {
    await play('mailbox');
    await see('mail-item').click();
    expect(await see('mail-text').innerText()).toContain('Hello Jane Doe');
    await see('accept').click();
    expect(await page().getByLabel('Name').inputValue()).toBe('Jane Doe');
    await see('register').click();
    await see('open-kchat').click();
    await see('role-newcomer-jane.doe').and(page().locator('[aria-current]')).waitFor();
  });

  it('welcomes the newcomer in a direct message', async () => {
    await see('dm-euria-welcome').getByTestId('unread').waitFor();
    await open('dm-euria-welcome');
    const welcome = await see('message').innerText();
    expect(welcome).toContain('Welcome, Jane!');
    expect(welcome).toContain('Pat Keller invited you');
    expect(welcome).toContain('~Marketing');
    expect(welcome).toContain('apps menu, top right corner');
  });

  it('tells the administrator that Jane has arrived', async () => {
    await play('admin');
    await open('dm-euria-welcome');
    await message('has accepted your invitation and is in kChat now').waitFor();
    await message('(jane.doe@acme.ch) · arrived').waitFor();
  });

  it('shows exactly one notice to the other member', async () => {
    await play('member');
    await see('notice').first().waitFor();
    expect(await see('notice').allInnerTexts()).toEqual([expect.stringContaining('Jane Doe has joined us')]);
    await see('guide').getByText('That is the whole story').waitFor();
  });

  it('lets a guest say a name and in, who is welcomed in a few words', async () => {
    await play('admin');
    await see('composer').fill('/kinvite guest gus@other.test ~marketing');
    await see('send').click();
    await see('ephemeral').getByText('is invited as a guest').waitFor();
    await play('mailbox');
    await see('mail-item').getByText('Invitation as a guest').click();
    expect(await see('decline').count()).toBe(0);
    await see('accept').click();
    await page().getByLabel('First name').fill('Gus');
    await page().getByLabel('Last name').fill('Guest');
    await see('register').click();
    await see('open-kchat').click();
    await see('role-newcomer-gus.guest').getByText('Guest', { exact: true }).waitFor();
    await see('dm-euria-welcome').click();
    await see('message').getByText('You are a guest in kChat').waitFor();
    await see('guide').getByText('That is the whole story').waitFor();
  });

  it('knows every step of it in the status', async () => {
    await play('admin');
    const timeline = await (await ask('/kinvite status jane.doe@acme.ch')).getByRole('table').innerText();
    for (const step of ['Requested', 'Created', 'Mailed', 'Accepted', 'Arrived', 'Welcomed', 'Announced']) {
      expect(timeline).toContain(step);
    }
  });
});
