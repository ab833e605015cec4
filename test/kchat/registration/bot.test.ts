import { describe, expect, test } from 'vitest';
import { dialects, kchat } from '../stub/dialect.ts';
import { startStub } from '../stub/start.ts';
import { KchatClient } from '../../../src/kchat/client.ts';
import { register } from '../../../src/kchat/registration/register.ts';
import { manifest, optionsFor } from './options.ts';

describe.each(dialects)('the bot on $name', (dialect) => {
  test('is enabled again and renamed when it is disabled and looks otherwise', async () => {
    const stub = await startStub(dialect);
    const { botUserId } = await register(optionsFor(stub));
    Object.assign(stub.world.bots.get(botUserId) ?? {}, { delete_at: 1, display_name: 'Old name' });
    const { done } = await register(optionsFor(stub));
    expect(stub.world.bots.get(botUserId)).toMatchObject({ delete_at: 0, display_name: 'Euria' });
    expect(stub.world.bots.size).toBe(1);
    expect(done).toEqual(expect.arrayContaining(['Enabled the bot account @euria-welcome.']));
  });

  test('gets a new token when the stored one no longer works or belongs to another account', async () => {
    const stub = await startStub(dialect);
    const commandTokenHashes: string[] = [];
    for (const botToken of ['revoked', stub.botToken]) {
      const report = await register(optionsFor(stub, { stored: { botToken, commandTokenHashes } }));
      expect(stub.world.tokens.get(report.botToken ?? '')).toBe(report.botUserId);
    }
  });

  test('gets no needless token when the stored one cannot be tried', async () => {
    const stub = await startStub(dialect);
    const first = await register(optionsFor(stub));
    const count = stub.world.tokens.size;
    const options = optionsFor(stub, { stored: { botToken: first.botToken, commandTokenHashes: [] } });
    const fetch = () => Promise.resolve(new Response('', { status: 502 }));
    const admin = { ...options.admin, withToken: (token: string) => new KchatClient({ url: stub.url, token, fetch }) };
    await expect(register({ ...options, admin })).rejects.toMatchObject({ status: 502 });
    expect(stub.world.tokens.size).toBe(count);
  });

  test('is given the roles it lacks and keeps those it has', async () => {
    const stub = await startStub(dialect);
    const rights = { botRoles: ['system_user', 'system_post_all'] };
    const { botUserId } = await register(optionsFor(stub));
    const user = stub.world.users.get(botUserId);
    Object.assign(user ?? {}, { roles: 'system_user system_admin' });
    await register(optionsFor(stub, { manifest: { ...manifest, rights } }));
    expect(user?.roles).toBe('system_user system_admin system_post_all');
  });
});

test('roles that the server hides are left alone', async () => {
  const stub = await startStub(kchat);
  const { botUserId } = await register(optionsFor(stub));
  Object.assign(stub.world.users.get(botUserId) ?? {}, { roles: '' });
  stub.requests.length = 0;
  const { byHand } = await register(optionsFor(stub));
  expect(stub.requests.filter((request) => request.endsWith('/roles'))).toEqual([]);
  expect(byHand).toEqual([expect.stringContaining('Give @euria-welcome the roles system_user')]);
});
