import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox, type SandboxOptions } from '../../sandbox/start.ts';
import { createChat } from '../../src/kchat/chat.ts';
import type { Card } from '../../src/ports/card.ts';

const card: Card = {
  text: '**Jane** is invited.',
  buttons: [{ label: 'Revoke', style: 'danger', ticket: 'signed' }],
};

/** A chat as the administrator has it, and the channel that everybody is in. */
async function open(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  const { world, tokens } = sandbox;
  const chat = createChat({ url: sandbox.kchatUrl, token: tokens.admin, publicUrl: 'http://127.0.0.1:9' });
  const channelId = [...world.kchat.channels.values()].find(({ name }) => name === 'town-square')?.id ?? '';
  const stored = (id: string) => world.kchat.posts.find((post) => post.id === id);
  return { chat, channelId, stored };
}

describe.each(['kchat', 'mattermost'] as const)('a card on %s', (flavor) => {
  it('shows its text and its buttons, and loses the buttons when it is answered', async () => {
    const { chat, channelId, stored } = await open({ flavor });
    const id = await chat.postCard(channelId, { ...card, instead: 'Type `revoke`.' }, 'key');
    expect(stored(id)?.message).toBe(card.text);
    expect(JSON.stringify(stored(id)?.props)).toContain('Revoke');
    await chat.updateCard(id, { text: 'Revoked.', buttons: [] });
    expect(stored(id)?.message).toBe('Revoked.');
    expect(JSON.stringify(stored(id)?.props)).not.toContain('Revoke');
  });

  it('can be found again by its text', async () => {
    const { chat, channelId } = await open({ flavor });
    const id = await chat.postCard(channelId, card, 'key');
    expect(await chat.findOwnPost(channelId, card.text, 0)).toBe(id);
  });
});

it('a card is sent without its buttons where kChat refuses them, and says what to type instead', async () => {
  const { chat, channelId, stored } = await open({ refusesProps: true });
  const id = await chat.postCard(channelId, card, 'key');
  expect(stored(id)?.message).toBe(card.text);
  const told = await chat.postCard(channelId, { ...card, instead: 'Type `revoke`.' }, 'another key');
  expect(stored(told)?.message).toBe('**Jane** is invited.\n\nType `revoke`.');
  await chat.updateCard(id, { text: 'Revoked.', buttons: [] });
  expect(stored(id)?.message).toBe('Revoked.');
});
