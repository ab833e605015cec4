import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import { manifestSchema } from '../src/kchat/registration/manifest.ts';
import { startHttp } from './http/start-http.ts';

const content: unknown = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
const manifest = manifestSchema.parse(content);
const { verbs } = z.object({ commands: z.tuple([z.object({ verbs: z.array(z.string()) })]) }).parse(content)
  .commands[0];
const [command] = manifest.commands;
if (!command) throw new Error('The manifest has no command');

describe('the manifest', () => {
  test('names the verbs of the registry in the order of the help', () => {
    expect(verbs).toEqual(commands.map(({ verb }) => verb));
  });

  test('hints at every verb’s usage', () => {
    for (const { usage } of commands) expect(command.hint).toContain(usage.replace(' [options]', ''));
  });

  test('keeps within the limits of kChat’s form', () => {
    // kChat: section 4.
    expect(command.displayName.length).toBeLessThanOrEqual(64);
    expect(command.description.length).toBeLessThanOrEqual(128);
    expect(command.hint.length).toBeLessThanOrEqual(1_024);
  });

  test('falls back from invite, which Mattermost keeps for itself, to kinvite and onboard', () => {
    expect(command.trigger).toBe('invite');
    expect(command.fallbackTriggers).toEqual(['kinvite', 'onboard']);
  });

  test('names a path that is served', async () => {
    const { url } = await startHttp();
    const response = await fetch(`${url}${command.path}`, { method: 'POST' });
    expect(response.status).toBe(401);
  });

  test('calls the bot Euria, under a user name that the platform does not use itself', () => {
    expect(manifest.bot).toMatchObject({ displayName: 'Euria', username: 'euria-welcome' });
  });
});
