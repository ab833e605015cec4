import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImport } from '../../src/command-line/read-import.ts';
import { UserError } from '../../src/errors.ts';
import { locales } from '../../src/ports/provisioning.ts';
import { inviteFormTexts } from '../../src/texts/invite-form.ts';
import { importTexts } from '../../src/texts/commands/import.ts';

const jane = { email: 'jane@acme.ch', firstName: 'Jane', lastName: 'Doe' };
const people = (text: string) =>
  readImport(text).rows.map(({ email, firstName, lastName }) => ({ email, firstName, lastName }));

describe('a table', () => {
  test.each([
    'email,first_name,last_name\njane@acme.ch,Jane,Doe',
    '\uFEFFE-Mail;Vorname;Nachname\r\njane@acme.ch;Jane;Doe\r\n',
    'Nom,Prénom,Courriel\nDoe,Jane,jane@acme.ch',
    'email\tfirst name\tlast name\tphone\njane@acme.ch\tJane\tDoe\t123',
    'email,first_name,last_name\n\n"jane@acme.ch","Jane","Doe"\n\n',
  ])('is read by its header: %j', (text) => {
    expect(people(text)).toEqual([jane]);
  });

  test.each(locales)('may call its columns as the form calls its fields in %s', (locale) => {
    const { email, firstName, lastName, language, channels } = inviteFormTexts[locale];
    const header = [email, firstName, lastName, language, channels].join(';');
    expect(readImport(`${header}\njane@acme.ch;Jane;Doe;de;~x`)).toMatchObject({
      rows: [{ ...jane, language: 'de', channels: ['~x'] }],
      ignored: [],
    });
  });

  test('names the columns that mean nothing to it', () => {
    const text = '"email";first_name;last_name;"Phone number";;department\na@b.ch;A;B;1;;x';
    expect(readImport(text).ignored).toEqual(['Phone number', 'department']);
  });

  test('has languages and channels, and tells the line of each row', () => {
    const { rows } = readImport('email,first_name,last_name,lang,channels\na@b.ch,A,B,de,"~x, ~y"\n\nc@d.ch,C,D,,');
    expect(rows).toMatchObject([
      { number: 2, language: 'de', channels: ['~x', '~y'] },
      { number: 4, language: '', channels: [] },
    ]);
  });

  test('with a row that is too short keeps the others', () => {
    expect(people('email,first_name,last_name\nx@y.ch\njane@acme.ch,Jane,Doe')).toEqual([
      { email: 'x@y.ch', firstName: '', lastName: '' },
      jane,
    ]);
  });
});

test.each(locales)('the headers that are named as examples are understood: %s', (locale) => {
  const { details, nobody } = importTexts[locale];
  const examples = [...`${details} ${nobody}`.matchAll(/`([^`]*,[^`]*)`/g)].map(([, header = '']) => header);
  expect(examples).toHaveLength(2);
  for (const header of examples) {
    const [row] = readImport(
      `${header}\njane@acme.ch,Jane,Doe${header.split(',').length === 5 ? ',de,~ideas' : ''}`,
    ).rows;
    expect(row).toMatchObject(jane);
    if (header.split(',').length === 5) expect(row).toMatchObject({ language: 'de', channels: ['~ideas'] });
  }
});

describe('lines as one types them', () => {
  test.each(['jane@acme.ch Jane Doe', 'Jane Doe <jane@acme.ch>', 'jane@acme.ch, Jane, Doe', 'jane@acme.ch;Jane;Doe'])(
    'are read without a header: %s',
    (line) => {
      expect(people(`${line}\nmax@acme.ch Max Frei`)).toEqual([
        jane,
        { email: 'max@acme.ch', firstName: 'Max', lastName: 'Frei' },
      ]);
    },
  );

  test('that can not be read are kept with what is wrong', () => {
    const [row] = readImport('nobody at all').rows;
    expect(row?.mistake?.say('en_GB')).toContain('is not an e-mail address');
  });
});

test.each([
  ['nobody', '', 'I found nobody'],
  ['a header alone', 'email,first_name,last_name', 'I found nobody'],
  ['too many', 'a@b.ch A B\n'.repeat(1_001), 'at most 1000'],
  ['too much', 'x'.repeat(1024 * 1024 + 1), 'more than 1 MiB'],
])('%s is refused with what to do', (_what, text, said) => {
  expect(() => readImport(text)).toThrow(said);
});

test('whatever is pasted is read or refused, never an error of ours', () => {
  const lines = fc.array(
    fc.oneof(fc.string(), fc.constant('email,first_name'), fc.constant('a@b.ch "x'), fc.emailAddress()),
  );
  fc.assert(
    fc.property(lines, (parts) => {
      try {
        readImport(parts.join('\n'));
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});
