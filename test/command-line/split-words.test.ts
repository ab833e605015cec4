import { describe, expect, test } from 'vitest';
import { splitWords } from '../../src/command-line/split-words.ts';

describe('words', () => {
  test.each([
    ['are separated by any white space', ' jane@acme.ch\tJane\r\n  Doe ', ['jane@acme.ch', 'Jane', 'Doe']],
    ['stay together in straight quotes', '"Jane Mary" Doe', ['Jane Mary', 'Doe']],
    ['stay together in curly quotes', '“Jane Mary” Doe', ['Jane Mary', 'Doe']],
    ['stay together in German quotes', '„Jane Mary“ Doe', ['Jane Mary', 'Doe']],
    ['stay together in French quotes', '« Jane Mary » Doe', ['Jane Mary', 'Doe']],
    ['stay together in single quotes', "'Jane Mary' Doe", ['Jane Mary', 'Doe']],
    ['stay together in curly single quotes', '‘Jane Mary’ Doe', ['Jane Mary', 'Doe']],
    ['stay together in German single quotes', '‚Jane Mary‘ Doe', ['Jane Mary', 'Doe']],
    ['keep an apostrophe in single quotes', "'Jane O'Neil' ‘Jane O’Neil’", ["Jane O'Neil", 'Jane O’Neil']],
    ['keep an apostrophe', "Jane O'Neil O’Neil", ['Jane', "O'Neil", 'O’Neil']],
    ['need no space after a quoted one', '"Jane Doe"<jane@acme.ch>', ['Jane Doe', '<jane@acme.ch>']],
    ['keep the spaces of a quoted value', '--team="Customer care"', ['--team=Customer care']],
    ['survive a quote that is never closed', '"Jane Doe', ['Jane', 'Doe']],
    ['keep their hyphens', 'Jean-Luc Müller-Lüdenscheidt', ['Jean-Luc', 'Müller-Lüdenscheidt']],
    [
      'lose the invisible characters of copied text',
      '\u202ajane@acme.ch\u202c Mül\u00adler',
      ['jane@acme.ch', 'Müller'],
    ],
    ['lose half a character', 'Jane\ud800 Doe', ['Jane', 'Doe']],
    ['vanish when empty', '"" \'\' “”', []],
  ])('%s', (_behaviour, text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test('begin with two hyphens where a phone made a dash of them', () => {
    expect(splitWords('—dry-run –lang de')).toEqual(['--dry-run', '--lang', 'de']);
  });

  test('keep a dash inside or alone', () => {
    expect(splitWords('Jean—Luc — Doe')).toEqual(['Jean—Luc', '—', 'Doe']);
  });

  test('are found fast in a text made to be slow', () => {
    const startedAt = performance.now();
    splitWords("'a ".repeat(20_000));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
