import { expect, it } from 'vitest';
import { readJobsWords } from '../../src/jobs/read-words.ts';

const words = (line: string) => line.split(' ').filter((word) => word !== '');

it.each([
  ['list', { does: 'list', states: ['dead', 'ready'], asJson: false, team: undefined }],
  ['list --state dead', { does: 'list', states: ['dead'], asJson: false, team: undefined }],
  ['list --json --state=ready', { does: 'list', states: ['ready'], asJson: true, team: undefined }],
  ['list --team acme', { does: 'list', states: ['dead', 'ready'], asJson: false, team: 'acme' }],
  ['retry abc', { does: 'retry', id: 'abc' }],
])('understands: %s', (line, read) => {
  expect(readJobsWords(words(line))).toEqual(read);
});

it.each([
  '',
  'retry',
  'retry a b',
  'retry a --json',
  'retry a --team acme',
  'list a',
  'list --state done',
  'list --yaml',
  'delete a',
])('does not guess what is meant by: %s', (line) => {
  expect(readJobsWords(words(line))).toBeUndefined();
});
