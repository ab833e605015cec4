import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readInvocation } from '../../src/command-line/dispatch.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { openTypist } from './typist.ts';

/** kChat: section 5, what one message holds where the server names no other size. */
const maxPostSize = 4_000;

describe('the help', () => {
  test.each(['help', 'HELP', 'help nonsense'])(
    'for %j shows every verb with the trigger as it was typed',
    async (line) => {
      const { type } = await openTypist();
      const answer = await type(line, { command: '/onboard' });
      for (const { usage, texts } of commands) {
        expect(answer).toContain(`\`/onboard ${usage.replaceAll('|', '\\|')}\``);
        expect(answer).toContain(texts.en_GB.summary);
      }
      expect(answer).not.toContain('/kinvite');
    },
  );

  test.each(commands)('about $verb shows its usage and examples', async ({ verb, usage, examples }) => {
    const { type } = await openTypist();
    const answer = await type(`help ${verb}`, { command: '/onboard' });
    for (const line of [usage, ...examples]) expect(answer).toContain(`\`/onboard ${line}\``);
    expect(answer).not.toContain('/kinvite');
  });

  test.each(['help', ...commands.map(({ verb }) => `help ${verb}`)])('%s fits into one message', async (line) => {
    const { type } = await openTypist();
    expect((await type(line)).length).toBeLessThan(maxPostSize);
  });

  test('about inviting names every option', async () => {
    const { type } = await openTypist();
    const answer = await type('help invite');
    for (const option of ['channel', 'lang', 'role', 'confirm', 'any-login', 'team', 'dry-run'])
      expect(answer).toContain(`\`--${option}`);
  });
});

describe.each(commands)('$verb', ({ verb, examples }) => {
  test('has an example', () => {
    expect(examples).not.toEqual([]);
  });

  test.each(examples)('can be typed as in its example: %s', (example) => {
    const { command, words } = readInvocation(createRegistry(commands), example, 'kinvite');
    expect(command.verb).toBe(verb);
    expect(command.words.safeParse(words)).toMatchObject({ success: true });
  });
});
