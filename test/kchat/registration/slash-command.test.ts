import { describe, expect, test } from 'vitest';
import { dialects, kchat } from '../stub/dialect.ts';
import { startStub } from '../stub/start.ts';
import type { World } from '../stub/world.ts';
import { register } from '../../../src/kchat/registration/register.ts';
import { hashesOf, manifest, optionsFor } from './options.ts';

function addForeignCommand(world: World, trigger: string, fields: object = {}): { id: string } {
  const id = world.dialect.newId();
  const command = { id, token: 'foreign', team_id: world.team.id, trigger, url: 'https://other.test/x', ...fields };
  world.commands.set(id, command);
  return structuredClone(command);
}

describe.each(dialects)('the slash command on $name', (dialect) => {
  test('takes the first choice where the server has no command of that name', async () => {
    const stub = await startStub(dialect);
    stub.world.builtIn.clear();
    expect((await register(optionsFor(stub))).commands).toMatchObject([{ trigger: 'invite' }]);
  });

  test('passes by triggers of other commands without trying them, and leaves those as they are', async () => {
    const stub = await startStub(dialect);
    const foreign = [addForeignCommand(stub.world, 'invite'), addForeignCommand(stub.world, 'kinvite')];
    expect((await register(optionsFor(stub))).commands).toMatchObject([{ trigger: 'onboard' }]);
    expect(foreign.map(({ id }) => stub.world.commands.get(id))).toEqual(foreign);
    expect(stub.requests.filter((request) => request === 'POST /commands')).toHaveLength(1);
  });

  test('keeps the trigger it once got, although a better one is free now', async () => {
    const stub = await startStub(dialect);
    await register(optionsFor(stub));
    stub.world.builtIn.clear();
    const { commands, done } = await register(optionsFor(stub));
    expect(commands).toMatchObject([{ trigger: 'kinvite' }]);
    expect(done.join()).not.toContain('command');
  });

  test('follows when this program moves to another address', async () => {
    const stub = await startStub(dialect);
    const first = await register(optionsFor(stub));
    const stored = { commandTokenHashes: hashesOf(first) };
    const second = await register(optionsFor(stub, { publicUrl: 'https://new.acme.ch', stored }));
    expect(second.commands).toEqual(first.commands);
    expect([...stub.world.commands.values()].map(({ url }) => url)).toEqual(['https://new.acme.ch/kchat/command']);
  });

  test('is not mixed up with another of ours when this program moves', async () => {
    const stub = await startStub(dialect);
    const [command] = manifest.commands;
    if (!command) throw new Error('The manifest has no command.');
    const two = { ...manifest, commands: [command, { ...command, trigger: 'second', path: '/kchat/second' }] };
    const first = await register(optionsFor(stub, { manifest: two }));
    const stored = { commandTokenHashes: hashesOf(first) };
    const reversed = { ...two, commands: two.commands.toReversed() };
    const moved = await register(optionsFor(stub, { manifest: reversed, publicUrl: 'https://new.acme.ch', stored }));
    expect(moved.commands).toEqual(first.commands.toReversed());
  });

  test('is a new one when a command with our path, but not our token, leads elsewhere', async () => {
    const stub = await startStub(dialect);
    const foreign = addForeignCommand(stub.world, 'kinvite', { url: 'https://other.test/kchat/command' });
    const { commands } = await register(optionsFor(stub));
    expect(commands).toMatchObject([{ trigger: 'onboard' }]);
    expect(stub.world.commands.get(foreign.id)).toEqual(foreign);
  });

  test('is repaired when somebody changed it', async () => {
    const stub = await startStub(dialect);
    const { commands } = await register(optionsFor(stub));
    const command = stub.world.commands.get(commands[0]?.id ?? '') ?? {};
    Object.assign(command, { method: 'G', auto_complete_hint: 'old' });
    const { done } = await register(optionsFor(stub));
    expect(command).toMatchObject({ method: 'P', auto_complete: true, trigger: 'kinvite' });
    expect(done.join()).toContain('/kinvite');
  });

  test('gets a new token when asked for, and the same command keeps its place', async () => {
    const stub = await startStub(dialect);
    const first = await register(optionsFor(stub));
    const { commands, done } = await register(optionsFor(stub, { renewsTokens: true }));
    expect(commands).toMatchObject([{ id: first.commands[0]?.id, trigger: 'kinvite' }]);
    expect(commands[0]?.token).toMatch(/^\w{26}$/);
    expect(commands[0]?.token).not.toBe(first.commands[0]?.token);
    expect(done).toContain('Gave the command /kinvite a new token.');
  });

  test('that was just made needs no second token', async () => {
    const stub = await startStub(dialect);
    await register(optionsFor(stub, { renewsTokens: true }));
    expect(stub.requests.filter((request) => request.includes('regen_token'))).toEqual([]);
  });

  test('says which words to free, and why, when none is left', async () => {
    const stub = await startStub(dialect);
    for (const word of ['kinvite', 'onboard']) stub.world.builtIn.add(word);
    const failure = register(optionsFor(stub));
    await expect(failure).rejects.toThrow('/invite, /kinvite, /onboard');
    await expect(failure).rejects.toThrow('This trigger word is already in use');
  });
});

test('a hidden command token is asked for by hand', async () => {
  const stub = await startStub(kchat);
  const { commands } = await register(optionsFor(stub));
  Object.assign(stub.world.commands.get(commands[0]?.id ?? '') ?? {}, { token: '' });
  const { byHand } = await register(optionsFor(stub));
  expect(byHand).toEqual([expect.stringContaining('KCHAT_COMMAND_TOKENS')]);
});
