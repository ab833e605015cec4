import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { unsafeParts } from '../support/unsafe-parts.ts';
import { openTypist, type Typist } from './typist.ts';

const channels = ['town-square', 'marketing', 'hr', 'name', 'channel', 'canal', 'canale', 'kanal'];
const languages = ['en', 'fr', 'de', 'it', 'es'];
/** kChat: section 5, what one message holds where the server names no other size. */
const maxPostSize = 4_000;

const hostile = [
  ...['**bold**', '`code`', '```', '# big', '> quote', '| a | b |', '---', '\\', '<b>x</b>', '<!channel>', '&#64;all'],
  ...['[x](http://evil.test)', '![x](http://evil.test/x.png)', 'http://evil.test', 'www.evil.test', 'bob@acme.ch'],
  ...['@channel', '@all', '@here', '@jane', ':smile:', '~secret', '#tag', '\u202e', '\u2066', '\u0000', '\ud800', '\n'],
  ...['"', "'", '“', '--', '--role', '--lang=de', '--note', 'x'.repeat(600), 'Jane', '王', '30', 'second', 'add', 'send'],
];
const lines = fc
  .tuple(
    fc.constantFrom(...commands.map(({ verb }) => verb), 'nonsense', ''),
    fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 5 }),
  )
  .map(([verb, words]) => [verb, ...words].join(' '))
  // What administrators write as a welcome may be formatted: that is what it is for.
  .filter((line) => !/^\W*welcome\W+set/iu.test(line));

async function openForAll(): Promise<Typist> {
  const typist = await openTypist({ approvalChannel: 'hr' });
  for (const name of ['hr', 'marketing']) typist.world.chat.openChannel(name, { hasBot: true });
  for (const locale of languages) {
    const person = { isSystemAdmin: true, locale, firstName: '@all', lastName: '[x](http://evil.test)' };
    typist.world.chat.join(chatUser(locale, person));
  }
  return typist;
}

describe('whatever is typed', () => {
  test('is answered in every language, safely and within one message', async () => {
    const { type, world } = await openForAll();
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom(...languages), async (line, userId) => {
        const answer = await type(line, { userId });
        expect(answer).not.toBe('');
        expect(answer.length).toBeLessThan(maxPostSize);
        expect(unsafeParts(answer, channels)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    await world.drain();
    for (const { message } of world.chat.posts) expect(unsafeParts(message, channels), message).toEqual([]);
  });

  test('is told on safely, wherever it appears later', async () => {
    const { type, world } = await openForAll();
    const names = ['@all', '[x](http://evil.test)', '**bold**', '<b>x</b>', ':smile:', '~secret', '\u202ex', '| a'];
    for (const [number, name] of names.entries()) {
      const email = `p${number}@acme.ch`;
      const userId = languages[number % languages.length] ?? 'en';
      await type(`${email} "${name}" "${name}" --note "${name} ${name}"`, { userId });
      await world.untilQuiet();
      if (number % 2 === 0) {
        world.provisioning.accept(email, 500 + number);
        world.chat.join(chatUser(`u${number}`, { email, locale: userId }));
      } else {
        world.clock.advance(minutes(2));
        await type(`revoke ${email} ${name}`, { userId });
      }
      await world.poll();
      await world.untilQuiet();
      for (const line of ['list', `status ${email}`, 'audit', `audit ${email}`, `forget ${email}`])
        expect(unsafeParts(await type(line, { userId }), channels), line).toEqual([]);
    }
    const posted = world.chat.posts.map(({ message }) => message);
    expect(posted.length).toBeGreaterThan(names.length);
    for (const message of posted) expect(unsafeParts(message, channels), message).toEqual([]);
  });
});
