import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readInvocation } from '../../src/command-line/dispatch.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { UserError } from '../../src/errors.ts';

const registry = createRegistry(commands);

function read(text: string) {
  const { command, words } = readInvocation(registry, text, 'kinvite');
  return [command.verb, ...words];
}

describe('a line', () => {
  test.each([
    ['list pending 2', ['list', 'pending', '2']],
    ['LIST', ['list']],
    ['invite jane@acme.ch Jane Doe', ['invite', 'jane@acme.ch', 'Jane', 'Doe']],
    ['jane@acme.ch Jane Doe', ['invite', 'jane@acme.ch', 'Jane', 'Doe']],
    ['Lisa Doe <lisa@acme.ch>', ['invite', 'Lisa', 'Doe', '<lisa@acme.ch>']],
    ['--lang de jane@acme.ch Jane Doe', ['invite', '--lang', 'de', 'jane@acme.ch', 'Jane', 'Doe']],
    ['', ['invite']],
    ['  ', ['invite']],
  ])('%j means %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('an unknown word', () => {
  test.each([
    ['lst', '`/kinvite list`'],
    ['hlep', '`/kinvite help`'],
    ['statuss jane@acme.ch', '`/kinvite status jane@acme.ch`'],
    ['invit jane@acme.ch Jane Doe', '`/kinvite invite jane@acme.ch Jane Doe`'],
  ])('%s is answered with the nearest verb', (text, suggestion) => {
    expect(() => read(text)).toThrow(UserError);
    expect(() => read(text)).toThrow(`Did you mean ${suggestion}?`);
  });

  test('far from every verb is answered with how to invite and where help is', () => {
    expect(() => read('wonderful')).toThrow(
      "I don't know `wonderful`. To invite: `/kinvite jane@acme.ch Jane Doe`. For everything else: `/kinvite help`.",
    );
  });

  test('can’t leave the code it is shown in, nor fill the screen', () => {
    expect(() => read('"``` <!here>\n\n# x"')).toThrow("I don't know `<!here> # x`.");
    expect(() => read('x'.repeat(60_000))).toThrow(/^.{1,900}$/);
  });
});
