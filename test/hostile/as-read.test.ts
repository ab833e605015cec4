import { expect, test } from 'vitest';
import { dangerousParts, hiddenIn, mentionsIn, structureOf } from '../support/as-read.ts';

test.each([
  ['@channel', ['@channel']],
  ['\\@all', ['@all']],
  ['&#64;here', ['@here']],
  ['**@all**', ['@all']],
  ['‹@here›', ['@here']],
  ['[@all](x)', ['@all']],
  ['x.@all', ['@all']],
  ['_@all', ['@all']],
  ['ask @max.', ['@max.', '@max']],
  ['`@all`', []],
  ['``@all ` x``', []],
  ['`@all\n\n`', ['@all']],
  ['\\`@all`', ['@all']],
  ['` @all', ['@all']],
  ['@\u200ball', []],
  ['＠all', []],
  ['jane@acme.ch', []],
])('the reader finds the mentions of %j', (message, mentions) => {
  expect(mentionsIn(message)).toEqual(mentions);
});

test.each([
  ['Jane', ['0:paragraph']],
  ['**Jane** (`x`)', ['0:paragraph', '1:strong', '1:codespan']],
  ['| a | b |\n| --- | --- |\n| `1` | 2 |', ['0:table 2x1', '1:codespan']],
  ['- [x](http://evil.test)', ['0:list', '1:text', '2:link'].filter((kind) => !kind.endsWith('text'))],
  ['### x', ['0:heading3']],
])('the reader sees what %j is made of', (message, structure) => {
  expect(structureOf(message)).toEqual(structure);
});

test.each([
  'http://evil.test',
  '[x](y)',
  '![x](y)',
  '<b>x</b>',
  '<http://evil.test>',
  'www.evil.test',
  'eve@evil.test',
])('the reader takes %j for what it is', (message) => {
  expect(dangerousParts(message)).not.toEqual([]);
});

test('the reader sees what is hidden, and not what the product adds', () => {
  for (const hidden of ['\u202e', '\u200b', '\u0000', '\u3164', '\ud800', 'a\u0301\u0301\u0301\u0301\u0301']) {
    expect(hiddenIn(`x${hidden}y`)).not.toEqual([]);
  }
  expect(hiddenIn('⚠️ @\u200ball http:\u200b//www\u200b.evil.test\n')).toEqual([]);
});
