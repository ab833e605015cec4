import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { code, plain, withoutMarkdown } from '../../src/texts/plain.ts';

const zeroWidthSpace = '\u200b';

const hostile = [
  ...['**bold**', '_it_', '~~gone~~', '`code`', '```\nblock\n```', '# big', '> quote', '- item', '+ item', '1. one'],
  ...['1) one', '| a | b |', '---', '===', '***', '\\', '\\*', '&#64;all', '&amp;', '$x$', '~town-square', '#tag'],
  ...['[x](http://evil.test)', '![x](http://evil.test/x.png)', '<b>x</b>', '<http://evil.test>', '<!channel>', '<@id>'],
  ...['http://evil.test', 'ftp://evil.test', 'www.evil.test', '_www.evil.test', 'WWW2.evil.test', 'bob@acme.ch'],
  ...['@channel', '@all', '@here', '@jane', '\\@all', '\u200b@all', ':smile:', ':+1:', '\u202e', '\u2066', '\u2028'],
  ...['\n', '\r\n', '\t', '\u0000', '\ufeff', '\ud800', ' ', '    ', 'Jane', 'O’Neil', '王', '😀', 'é'],
];
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...hostile), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...hostile), { maxLength: 8 }).map((parts) => parts.join(' ')),
);

describe('a name', () => {
  test.each([
    ['Jane Doe', 'Jane Doe'],
    ['Sean O’Neil', 'Sean O’Neil'],
    ['**Jane**', '\\*\\*Jane\\*\\*'],
    ['[x](http://evil.test)', `\\[x\\]\\(http:${zeroWidthSpace}//evil.test\\)`],
    ['![x](y)', '\\!\\[x\\]\\(y\\)'],
    ['<b>Jane</b>', '\\<b\\>Jane\\</b\\>'],
    ['a | b', 'a \\| b'],
    ['@channel', `@${zeroWidthSpace}channel`],
    ['jane@acme.ch', `jane@${zeroWidthSpace}acme.ch`],
    [':smile:', `:${zeroWidthSpace}smile:${zeroWidthSpace}`],
    ['#tag ~town-square', '\\#tag \\~town\\-square'],
    ['www.evil.test', `www${zeroWidthSpace}.evil.test`],
    ['_www2.evil.test', `\\_www2${zeroWidthSpace}.evil.test`],
    ['1. one', '1\\. one'],
    ['> quote', '\\> quote'],
    ['Jane\r\n\r\nDoe', 'Jane Doe'],
    ['\u202eenaJ\u2066', 'enaJ'],
    [`@${zeroWidthSpace}all`, `@${zeroWidthSpace}all`],
    ['Jane\ud800', 'Jane'],
  ])('%j becomes %j', (name, safe) => {
    expect(plain(name)).toBe(safe);
  });

  test('can’t notify anybody, start a line or turn the direction of the text', () => {
    fc.assert(
      fc.property(names, (name) => {
        const safe = plain(name);
        expect(safe).not.toMatch(/@[^\u200b]/u);
        expect(safe).not.toMatch(/[\n\r\u2028\u2029]/u);
        expect(safe.replaceAll(zeroWidthSpace, '')).not.toMatch(/\p{C}/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test('has no character left that means something to Markdown', () => {
    fc.assert(
      fc.property(names, (name) => {
        const withoutEscapes = plain(name).replace(/\\[!-/:-@[-`{-~]/g, '');
        expect(withoutEscapes).not.toMatch(/[\\`*_{}[\]()<>#+!|~^$&=-]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is nothing but text to a Markdown reader, alone and inside a message', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(kinds(plain(name))).toEqual(plain(name) === '' ? [] : ['paragraph']);
        expect(kinds(`👋 **${plain(name) || 'x'}** has joined us.`)).toEqual(['paragraph', 'strong']);
      }),
      { numRuns: 2_000 },
    );
  });

  test('too long is cut between characters and before the escapes', () => {
    expect(plain('*'.repeat(300), 3)).toBe('\\*\\*…');
    expect(plain('👨🏽👨🏽👨🏽', 2)).toBe('👨🏽…');
    expect(plain('abc', 3)).toBe('abc');
  });
});

/** What a Markdown reader sees in a text, plain text and escapes aside. */
function kinds(markdown: string): string[] {
  const seen: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), ({ type }: Token) => {
    if (type !== 'text' && type !== 'escape' && !seen.includes(type)) seen.push(type);
  });
  return seen;
}

describe('code', () => {
  test.each([
    ['jane@acme.ch', '`jane@acme.ch`'],
    ['a`b``c', '`a b c`'],
    ['a\n\n@all', '`a @all`'],
    ['', '` `'],
    ['`', '` `'],
    ['\u202e', '` `'],
  ])('shows %j as %s', (text, shown) => {
    expect(code(text)).toBe(shown);
  });

  test('is one span on one line whatever is in it', () => {
    fc.assert(
      fc.property(names, (text) => {
        expect(code(text)).toMatch(/^`[^`\n]+`$/u);
      }),
    );
  });

  test('is cut when it would fill the screen', () => {
    expect(code('x'.repeat(60_000), 5)).toBe('`xxxx…`');
    expect(code('x'.repeat(60_000)).length).toBeLessThan(600);
  });
});

describe('a sentence without its Markdown', () => {
  test('shows a name and what is typed as they are', () => {
    const name = '**Jane_Doe** [1]';
    expect(withoutMarkdown(`**${plain(name)}** types ${code('/kinvite list')}.`)).toBe(`${name} types /kinvite list.`);
  });
});
