import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import { importTexts } from '../texts/commands/import.ts';
import type { WrittenPerson } from './check-import-rows.ts';
import { cleanName } from './person-name.ts';

export interface WrittenTable {
  rows: WrittenPerson[];
  /** Columns that mean nothing here, as they are called. */
  ignored: string[];
}

export const mostBytes = 1024 * 1024;
const mostRows = 1_000;

type Field = 'email' | 'firstName' | 'lastName' | 'language' | 'channels';

/** What the columns may be called, compared without case, accents and signs. */
const headers: Readonly<Record<Field, readonly string[]>> = {
  email: [
    'email',
    'mail',
    'emailaddress',
    'adressemail',
    'adresseemail',
    'courriel',
    'emailadresse',
    'indirizzoemail',
    'correo',
    'correoelectronico',
  ],
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
 * Reads a table by its header: comma, semicolon or tab between, with or without a byte order mark.
 * @returns undefined when the first line is no header.
 * @throws UserError when it can't be read, or holds too many, or nobody.
 */
export function readTable(text: string): WrittenTable | undefined {
  const clean = text.replace(/^\uFEFF/, '').trim();
  const [first = ''] = clean.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ',';
  const names = first.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  if (!names.some((name) => fieldOf(name) === 'email')) return undefined;
  const ignored = names.filter((name) => name !== '' && fieldOf(name) === undefined);
  return { rows: checkCount(readRows(clean, delimiter)), ignored };
}

/** @throws UserError when these are too many, or none. */
export function checkCount(rows: WrittenPerson[]): WrittenPerson[] {
  if (rows.length === 0) throw new UserError((locale) => importTexts[locale].nobody);
  if (rows.length > mostRows) throw new UserError((locale) => importTexts[locale].tooMany(rows.length, mostRows));
  return rows;
}

function readRows(text: string, delimiter: string): WrittenPerson[] {
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
      firstName: cleanName(record.firstName ?? ''),
      lastName: cleanName(record.lastName ?? ''),
      language: record.language ?? '',
      channels: (record.channels ?? '').split(/[\s,;]+/).filter((name) => name !== ''),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new UserError((locale) => importTexts[locale].unreadable(line), { cause: error });
  }
}

function fieldOf(name: string): Field | undefined {
  const plain = name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return (Object.keys(headers) as Field[]).find((field) => headers[field].includes(plain));
}
