import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import type { WrittenPerson } from '../invitations/check-import-rows.ts';
import { importTexts } from '../texts/commands/import.ts';
import { readPerson } from './read-person.ts';
import { splitWords } from './split-words.ts';

export const mostRows = 1_000;
export const mostBytes = 1024 * 1024;

type Field = 'email' | 'firstName' | 'lastName' | 'language' | 'channels';

/** What the columns may be called, compared without case, accents and signs. */
const headers: Readonly<Record<Field, readonly string[]>> = {
  email: ['email', 'mail', 'emailaddress', 'adressemail', 'courriel', 'emailadresse', 'indirizzoemail', 'correo'],
  firstName: ['firstname', 'givenname', 'prenom', 'vorname', 'nome', 'nombre'],
  lastName: [
    'lastname',
    'familyname',
    'surname',
    'nom',
    'nomdefamille',
    'nachname',
    'cognome',
    'apellido',
    'apellidos',
  ],
  language: ['language', 'lang', 'locale', 'langue', 'sprache', 'lingua', 'idioma'],
  channels: ['channels', 'channel', 'canaux', 'kanale', 'kanaele', 'canali', 'canales'],
};

/**
 * Reads people from a table with a header, comma or semicolon between, or from lines as one types them.
 * @throws UserError when there are too many, or nobody.
 */
export function readImport(text: string): WrittenPerson[] {
  if (Buffer.byteLength(text) > mostBytes) throw new UserError((locale) => importTexts[locale].tooBig);
  const clean = text.replace(/^\uFEFF/, '').trim();
  const [first = ''] = clean.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ',';
  const fields = first.split(delimiter).map((name) => fieldOf(name));
  const rows = fields.includes('email') ? readTable(clean, delimiter) : readLines(clean);
  if (rows.length === 0) throw new UserError((locale) => importTexts[locale].nobody);
  if (rows.length > mostRows) throw new UserError((locale) => importTexts[locale].tooMany(rows.length, mostRows));
  return rows;
}

function readTable(text: string, delimiter: string): WrittenPerson[] {
  try {
    const records = parse(text, {
      delimiter,
      columns: (names: string[]) => names.map((name) => fieldOf(name) ?? false),
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      info: true,
    }) as unknown as { record: Partial<Record<Field, string>>; info: { lines: number } }[];
    return records.map(({ record, info }) => ({
      number: info.lines,
      email: record.email ?? '',
      firstName: record.firstName ?? '',
      lastName: record.lastName ?? '',
      language: record.language ?? '',
      channels: (record.channels ?? '').split(/[\s,;]+/).filter((name) => name !== ''),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new UserError((locale) => importTexts[locale].unreadable(line), { cause: error });
  }
}

function readLines(text: string): WrittenPerson[] {
  return text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
}

function readLine(line: string, number: number): WrittenPerson {
  const rest = { number, language: '', channels: [] };
  try {
    return { ...rest, ...readPerson(splitWords(line.replace(/[,;\t]/g, ' '))) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...rest, email: line.trim().slice(0, 80), firstName: '', lastName: '', mistake: error };
  }
}

function fieldOf(name: string): Field | undefined {
  const plain = name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return (Object.keys(headers) as Field[]).find((field) => headers[field].includes(plain));
}
