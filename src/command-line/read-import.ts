import { UserError } from '../errors.ts';
import type { WrittenPerson } from '../invitations/check-import-rows.ts';
import { checkCount, mostBytes, readTable, type WrittenTable } from '../invitations/read-table.ts';
import { importTexts } from '../texts/commands/import.ts';
import { readPerson } from './read-person.ts';
import { splitWords } from './split-words.ts';

/**
 * Reads people from a table with a header, or from lines as one types them.
 * @throws UserError when there are too many, or nobody.
 */
export function readImport(text: string): WrittenTable {
  if (Buffer.byteLength(text) > mostBytes) throw new UserError((locale) => importTexts[locale].tooBig);
  return readTable(text) ?? { rows: checkCount(readLines(text.trim())), ignored: [] };
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
