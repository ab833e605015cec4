import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox, type SandboxOptions } from '../../sandbox/start.ts';
import { createChat } from '../../src/kchat/chat.ts';
import { KchatClient } from '../../src/kchat/client.ts';
import { startRawServer } from './raw-server.ts';

const email = 'gus@other.test';

/** A chat as the administrator has it, and the channel that guests come to. */
async function open(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  const { world, tokens, teamId } = sandbox;
  const chat = createChat({ url: sandbox.kchatUrl, token: tokens.admin });
  const channelId = [...world.kchat.channels.values()].find(({ name }) => name === 'marketing')?.id ?? '';
  const invite = (to: string, message?: string) =>
    chat.inviteGuest({ teamId, email: to, channelIds: [channelId], message });
  return { sandbox, world, chat, channelId, invite };
}

/** A server with guests that answers whatever it is told to, and what it was asked. */
async function openRaw(pending: unknown, status = 200) {
  const asked: string[] = [];
  const url = await startRawServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    const isConfig = request.url?.startsWith('/api/v4/config');
    response.writeHead(isConfig ? 200 : status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isConfig ? { EnableGuestAccounts: 'true' } : pending));
  });
  return { asked, chat: createChat({ url, token: 'token' }), url };
}

describe('guests on kChat', () => {
  it('are invited with a message, and pending until they are cancelled, each by their own key', async () => {
    const { world, chat, channelId, invite } = await open();
    expect(await chat.pendingGuests(channelId)).toEqual([]);
    await invite(email, 'Come and see');
    await invite('two@other.test');
    expect(world.mails.map(({ text }) => text.includes('Come and see'))).toEqual([true, false]);

    const [guest, other] = (await chat.pendingGuests(channelId)) ?? [];
    expect(guest).toEqual({
      key: world.kchat.guestInvitations[0]?.key,
      email,
      expiresAt: Math.floor((world.kchat.guestInvitations[0]?.expiresAt ?? 0) / 1_000) * 1_000,
    });
    await chat.cancelGuest(guest ?? { key: '' });
    expect(await chat.pendingGuests(channelId)).toEqual([other]);
    await chat.cancelGuest(guest ?? { key: '' });
    expect(world.violations).toEqual([]);
  });

  it.each(['', ' ', '\n'])('are never cancelled without a key: %j', async (key) => {
    const { sandbox, world, chat, channelId, invite } = await open();
    await invite(email);
    const before = world.requests.length;
    await expect(chat.cancelGuest({ key })).rejects.toMatchObject({ status: 400, code: 'no_invitation_key' });
    const client = new KchatClient({ url: sandbox.kchatUrl, token: sandbox.tokens.admin });
    await expect(client.cancelGuestInvitation(key)).rejects.toMatchObject({ status: 400 });
    expect(world.requests).toHaveLength(before);
    expect(await chat.pendingGuests(channelId)).toHaveLength(1);
  });

  it('who are in the team already are refused by kChat, in its words', async () => {
    const { invite } = await open();
    await expect(invite('max.muster@acme.ch')).rejects.toMatchObject({
      name: 'RemoteRefusal',
      status: 400,
      description: 'This person is in the team already.',
    });
  });

  it('are too many after twenty in an hour', async () => {
    const { invite } = await open();
    for (let number = 1; number <= 20; number += 1) await invite(`guest${number}@other.test`);
    await expect(invite(email)).rejects.toMatchObject({
      status: 413,
      code: 'app.email.rate_limit_exceeded.app_error',
    });
  });

  it('are too many where the whole request is refused for it, too', async () => {
    const error = { id: 'app.email.rate_limit_exceeded.app_error', message: 'Trop d’e-mails' };
    const { chat } = await openRaw(error, 413);
    const guest = { teamId: 't', email, channelIds: ['c'], message: undefined };
    await expect(chat.inviteGuest(guest)).rejects.toMatchObject({ status: 413, code: error.id });
  });

  it('without a key can’t be read, so that nobody tries to cancel them', async () => {
    const { chat } = await openRaw({ '': { id: 1, key: '', email, status: 'pending' } });
    await expect(chat.pendingGuests('c')).rejects.toMatchObject({ reason: 'unreadable_answer' });
  });

  it('are told without those who were invited by SMS; who has no address else is nobody known', async () => {
    const guest = { id: 1, status: 'pending', expires_at: null };
    const { chat } = await openRaw({
      a: { ...guest, key: 'a', sms: '+41 00 000 00 00' },
      b: { ...guest, key: 'b', email: null, sms: null },
    });
    expect(await chat.pendingGuests('c')).toEqual([{ key: 'b', email: '', expiresAt: undefined }]);
  });

  it('are told apart from those who no longer wait, and their times read in either unit', async () => {
    const guest = { id: 1, email: 'Gus@Other.test', status: 'pending', expires_at: 1_800_000_000 };
    const { chat } = await openRaw({
      a: { ...guest, key: 'a', sms: null, deleted_at: null },
      b: { ...guest, key: 'b', expires_at: 1_800_000_000_000 },
      c: { ...guest, key: 'c', expires_at: null },
      d: { ...guest, key: 'd', status: 'accepted' },
      e: { ...guest, key: 'e', deleted_at: 1_700_000_000 },
    });
    const expiresAt = 1_800_000_000_000;
    expect(await chat.pendingGuests('c')).toEqual([
      { key: 'a', email, expiresAt },
      { key: 'b', email, expiresAt },
      { key: 'c', email, expiresAt: undefined },
    ]);
  });

  it('are something this kChat does not have when it has no route for them', async () => {
    const { chat } = await openRaw(
      { message: 'The route api/v4/channels/c/members/pending_guest could not be found.' },
      404,
    );
    expect(await chat.pendingGuests('c')).toBeUndefined();
  });

  it('of a channel that is not there are a refusal', async () => {
    const { chat } = await openRaw({ message: 'Not found.' }, 404);
    await expect(chat.pendingGuests('c')).rejects.toMatchObject({ status: 404 });
  });

  it('are asked for without asking again and again whether there are any', async () => {
    const { chat, asked } = await openRaw([]);
    await chat.pendingGuests('c');
    await chat.pendingGuests('c');
    expect(asked.filter((line) => line.includes('/config/'))).toHaveLength(1);
  });
});

describe('guests on Mattermost', () => {
  it('are something it does not have without a licence, and its missing route is not even asked for', async () => {
    const { world, chat, channelId, invite } = await open({ flavor: 'mattermost' });
    expect(await chat.pendingGuests(channelId)).toBeUndefined();
    await expect(invite(email)).rejects.toMatchObject({ status: 501 });
    expect(world.violations).toEqual([]);
  });
});
