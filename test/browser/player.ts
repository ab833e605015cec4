import type { Locator, Page } from 'playwright-core';

/** What one person does on the sandbox's page, and sees there. */
export type Player = ReturnType<typeof createPlayer>;

/** @param page asked for at each step, so that a player can be handed out before there is a page. */
export function createPlayer(page: () => Page) {
  const see = (testId: string): Locator => page().getByTestId(testId);
  const isCurrent = () => page().locator('[aria-current]');

  /** Becomes somebody else: `admin`, `member`, `mailbox`, `newcomer-jane.doe`. */
  async function play(role: string): Promise<void> {
    await see(`role-${role}`).click();
    await see(`role-${role}`).and(isCurrent()).waitFor();
    if (role !== 'mailbox') await see('composer').waitFor();
  }

  /** Opens a conversation: `channel-marketing`, `dm-euria-welcome`. */
  async function open(conversation: string): Promise<void> {
    await see(conversation).click();
    await see(conversation).and(isCurrent()).waitFor({ state: 'attached' });
  }

  /** Sends a line, and returns the answer that only this person sees. */
  async function ask(line: string): Promise<Locator> {
    const answer = see('ephemeral').nth(await see('ephemeral').count());
    await see('composer').fill(line);
    await see('send').click();
    await answer.waitFor();
    return answer;
  }

  /** The newest message in the open conversation that says this. */
  const message = (text: string): Locator => see('message').filter({ hasText: text }).last();

  /** What the buttons of a message's card say; none when it has been answered. */
  async function buttonsOf(message: Locator): Promise<string[]> {
    await message.waitFor();
    return message.getByTestId('attachment').getByRole('button').allInnerTexts();
  }

  /** The rows of a message's table, its head included. */
  async function rowsOf(message: Locator): Promise<string[]> {
    await message.waitFor();
    return message.getByRole('row').allInnerTexts();
  }

  /** Presses a button of a message's card. */
  const press = (on: Locator, button: string): Promise<void> =>
    on.getByTestId('attachment').getByRole('button', { name: button, exact: true }).click();

  /** Enters values into the open form, by the fields' names: words, a choice, or a tick. */
  async function fill(values: Readonly<Record<string, string | boolean>>): Promise<void> {
    await see('dialog').waitFor();
    for (const [name, value] of Object.entries(values)) {
      const field = see(`dialog-field-${name}`);
      if (typeof value === 'boolean') await field.setChecked(value);
      else if ((await field.locator('option').count()) > 0) await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /** Sends the open form, which closes when nothing is wrong with it. */
  async function submit(): Promise<void> {
    await see('dialog-submit').click();
    await see('dialog').waitFor({ state: 'detached' });
  }

  /** The mails to an address, newest first. */
  async function mailsTo(address: string): Promise<{ text: string; acceptUrl: string }[]> {
    const url = new URL(`/mailbox/messages?to=${encodeURIComponent(address)}`, page().url());
    return (await (await fetch(url)).json()) as { text: string; acceptUrl: string }[];
  }

  return { see, play, open, ask, message, buttonsOf, rowsOf, press, fill, submit, mailsTo };
}
