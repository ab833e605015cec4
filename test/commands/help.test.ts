import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readInvocation } from '../../src/command-line/dispatch.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { chatUser } from '../support/fake-chat.ts';
import { openTypist } from './typist.ts';

/** kChat: section 5, what one message holds where the server names no other size. */
const maxPostSize = 4_000;
const languages = ['en', 'fr', 'de', 'it', 'es'];

/** A laptop shows about so many lines of so many characters beside kChat's own bars. */
const linesOfScreen = 30;
const charactersOfLine = 110;
const linesOnScreen = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('| ---'))
    .reduce((sum, line) => sum + Math.ceil(line.length / charactersOfLine), 0);

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

  test.each(languages)('fits into one message and one screen, in %s too', async (locale) => {
    const { type, world } = await openTypist();
    world.chat.join(chatUser('berta', { isSystemAdmin: true, locale }));
    for (const line of ['help', ...commands.map(({ verb }) => `help ${verb}`)]) {
      const answer = await type(line, { userId: 'berta' });
      expect(answer.length).toBeLessThan(maxPostSize);
      expect(linesOnScreen(answer), line).toBeLessThan(linesOfScreen);
    }
  });

  test('says that there is no such verb', async () => {
    const { type } = await openTypist();
    expect(await type('help nonsense')).toMatch(/^There is no verb `nonsense`\. These are all:/);
    expect(await type('help')).not.toContain('There is no verb');
  });

  test('for a member who may ask shows what they can use', async () => {
    const { type, world } = await openTypist({ approvalChannel: 'hr' });
    world.chat.join(chatUser('max'));
    const answer = await type('help', { userId: 'max' });
    expect(answer).toContain('`/kinvite jane@acme.ch Jane Doe [options]`');
    expect(answer).toContain('You ask, and an administrator decides');
    expect(answer).not.toContain('/kinvite list');
  });

  test('for a member who may do nothing shows what there is', async () => {
    const { type, world } = await openTypist();
    world.chat.join(chatUser('max'));
    const answer = await type('help', { userId: 'max' });
    expect(answer).toContain('/kinvite list');
    expect(answer).toContain('Only kChat administrators may invite');
  });

  test('about inviting names every option', async () => {
    const { type } = await openTypist();
    const answer = await type('help invite');
    for (const option of ['channel', 'lang', 'role', 'confirm', 'any-login', 'team', 'note', 'dry-run'])
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
