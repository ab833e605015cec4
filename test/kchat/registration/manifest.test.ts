import { describe, expect, test } from 'vitest';
import { manifestSchema } from '../../../src/kchat/registration/manifest.ts';
import { manifest } from './options.ts';

const [command] = manifest.commands;

describe('a manifest', () => {
  test.each(['ab', 'Euria', '1bot', 'ends.', 'a-name-of-23-characters'])(
    'is refused with the user name %s',
    (username) => {
      expect(manifestSchema.safeParse({ ...manifest, bot: { ...manifest.bot, username } }).success).toBe(false);
    },
  );

  test.each(['/invite', 'in vite', 'Invite', ''])('is refused with the trigger %j', (trigger) => {
    expect(manifestSchema.safeParse({ ...manifest, commands: [{ ...command, trigger }] }).success).toBe(false);
  });

  test('is refused when two commands have one path, by which they are told apart', () => {
    const twin = { ...command, trigger: 'other' };
    expect(manifestSchema.safeParse({ ...manifest, commands: [command, twin] }).success).toBe(false);
    expect(manifestSchema.safeParse({ ...manifest, commands: [command, { ...twin, path: '/x' }] }).success).toBe(true);
  });
});
