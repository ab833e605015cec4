import fc from 'fast-check';

const words = [
  ...['invite', 'list', 'status', 'help', 'lsit', 'Lisa', 'pending', '2', '0', '99999999'],
  ...['jane@acme.ch', '<jane@acme.ch>', 'mailto:bob@acme.ch', '@channel', 'Jane', 'Doe', "O'Neil", 'O’Neil', '-', '—'],
  ...['--role', 'administrator', 'constructor', '__proto__', '--confirm', '--any-login', '--lang', 'de', '--dry-run'],
  ...['--channel', '~ideas', '~', '--channel=', '--team', '--', '---', '--=', '-x', '—dry-run', '--toString'],
  ...['"', "'", '“', '”', '«', '`', '```', '\n', '\u0000', '\u202e', '\ud800', '|', '<!channel>'],
];

/** What may come after a trigger: anything at all, and lines made of the words that commands look for. */
export const typedLines = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 8 })), {
      maxLength: 12,
    })
    .chain((parts) => fc.constantFrom(' ', ' ', '', '  ').map((space) => parts.join(space))),
);
