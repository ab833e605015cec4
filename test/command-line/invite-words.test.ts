import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inviteWords } from '../../src/command-line/invite-words.ts';
import { splitWords } from '../../src/command-line/split-words.ts';
import { UserError } from '../../src/errors.ts';
import { typedLines } from './typed-lines.ts';

/** What is typed after the verb; nothing at all would be the wish for the form. */
function read(text: string) {
  const words = inviteWords.parse(splitWords(text));
  if (words === undefined) throw new UserError('Nothing was typed');
  return words;
}
const janeDoe = { email: 'jane@acme.ch', firstName: 'Jane', lastName: 'Doe' };

describe('a person', () => {
  test.each([
    'jane@acme.ch Jane Doe',
    'Jane Doe jane@acme.ch',
    'Jane Doe <jane@acme.ch>',
    'Jane jane@acme.ch Doe',
    '"Jane Doe" <jane@acme.ch>',
    '"Jane Doe"<jane@acme.ch>',
    '“Jane Doe” <jane@acme.ch>',
    '„Jane Doe“ jane@acme.ch',
    '«Jane Doe» jane@acme.ch',
    '‚Jane Doe‘ jane@acme.ch',
    "jane@acme.ch 'Jane Doe'",
    'jane@acme.ch "Jane" "Doe"',
    'jane@acme.ch, Jane Doe;',
    '<jane@acme.ch>, Jane Doe',
    'mailto:jane@acme.ch Jane Doe',
    '<mailto:jane@acme.ch> Jane Doe',
    'JANE@Acme.CH Jane Doe',
    'ｊane@acme.ch Jane Doe',
    '\u200bjane@acme.ch Jane\u00a0Doe',
  ])('is read from %s', (text) => {
    expect(read(text).person).toEqual(janeDoe);
  });

  test.each([
    ["o'neil@acme.ch Sean O'Neil", "o'neil@acme.ch", 'Sean', "O'Neil"],
    ['sean@acme.ch Sean O’Neil', 'sean@acme.ch', 'Sean', 'O’Neil'],
    ["'Sean O'Neil' <sean@acme.ch>", 'sean@acme.ch', 'Sean', "O'Neil"],
    ['jl@acme.ch Jean-Luc Müller-Lüdenscheidt', 'jl@acme.ch', 'Jean-Luc', 'Müller-Lüdenscheidt'],
    ['jane@acme.ch Jane van der Berg', 'jane@acme.ch', 'Jane', 'van der Berg'],
    ['jane@acme.ch "Jane Mary" van der Berg', 'jane@acme.ch', 'Jane Mary', 'van der Berg'],
    ['jane+kchat@acme.ch Jane Doe', 'jane+kchat@acme.ch', 'Jane', 'Doe'],
    ['jane@müller.ch Jane Doe', 'jane@xn--mller-kva.ch', 'Jane', 'Doe'],
  ])('keeps what is special in %s', (text, email, firstName, lastName) => {
    expect(read(text).person).toEqual({ email, firstName, lastName });
  });

  test.each([
    ['Jane Doe', /e-mail address and a name/],
    ['jane@acme.ch', /first and last name/],
    ['jane@acme.ch Jane', /the last name/],
    ['jane@acme.ch bob@acme.ch Jane Doe', /one person at a time/],
    ['jane@acme Jane Doe', /`jane@acme` is not an e-mail address/],
    ['@jane Jane Doe', /e-mail address and a name/],
    ['jane@acme.ch/x@y Jane Doe', /is not an e-mail address/],
    [`jane@acme.ch Jane ${'x'.repeat(129)}`, /at most 128 characters/],
  ])('that is not all there is asked for: %s', (text, question) => {
    expect(() => read(text)).toThrow(UserError);
    expect(() => read(text)).toThrow(question);
  });
});

describe('options', () => {
  test('stand anywhere and may be left out', () => {
    expect(read('jane@acme.ch Jane Doe')).toEqual({
      person: janeDoe,
      role: 'normal',
      confirmed: false,
      strict: true,
      locale: undefined,
      workTeams: [],
      channelNames: [],
      dryRun: false,
    });
    expect(
      read('--lang de jane@acme.ch --channel ~Marketing Jane --channel=ideas —any-login Doe –dry-run —team “Care 2”'),
    ).toEqual({
      person: janeDoe,
      role: 'normal',
      confirmed: false,
      strict: false,
      locale: 'de_DE',
      workTeams: ['Care 2'],
      channelNames: ['marketing', 'ideas'],
      dryRun: true,
    });
  });

  test('name a channel once however often it was typed', () => {
    expect(read('jane@acme.ch Jane Doe --channel ideas --channel ~Ideas').channelNames).toEqual(['ideas']);
  });

  test.each([
    ['user', 'normal'],
    ['Administrator', 'admin'],
    ['legal-representative', 'owner'],
  ])('give the role %s its name at Infomaniak, %s', (typed, role) => {
    expect(read(`jane@acme.ch Jane Doe —role ${typed} —confirm`)).toMatchObject({ role, confirmed: true });
  });

  test.each(['boss', 'constructor', '__proto__'])('know no role %s', (role) => {
    expect(() => read(`jane@acme.ch Jane Doe --role ${role}`)).toThrow(/There is no role `\S+`\. Choose user/);
  });

  test.each([
    ['--chanel ideas', 'There is no option `--chanel`. Did you mean `--channel`?'],
    ['--dryrun', 'Did you mean `--dry-run`?'],
    ['-l de', 'There is no option `-l`.'],
    ['--`@all` x', 'There is no option `-- @all`.'],
    ['--lang', '`--lang` needs a value after it.'],
    ['--lang --dry-run', '`--lang` needs a value after it.'],
    ['--channel=', 'The name of a channel is missing'],
    ['--confirm=yes', '`--confirm` stands alone, without a value.'],
    ['--lang klingon', "I don't speak `klingon`. Choose fr, de, it, es or en."],
  ])('that can’t be read are explained: %s', (option, explanation) => {
    expect(() => read(`jane@acme.ch Jane Doe ${option}`)).toThrow(UserError);
    expect(() => read(`jane@acme.ch Jane Doe ${option}`)).toThrow(explanation);
  });
});

test('whatever is typed is read or refused in words, and what is read can be sent', () => {
  fc.assert(
    fc.property(typedLines, (text) => {
      try {
        const { person, role, channelNames } = read(text);
        expect(person.email).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
        for (const name of [person.firstName, person.lastName]) expect(name).toMatch(/^\S(.{0,126}\S)?$/u);
        expect(['normal', 'admin', 'owner']).toContain(role);
        expect(channelNames).not.toContain('');
      } catch (error) {
        if (!(error instanceof UserError) && !(error instanceof z.ZodError)) throw error;
        expect(error.message).not.toBe('');
      }
    }),
    { numRuns: 2_000 },
  );
});
