import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guestWords } from '../../src/command-line/guest-words.ts';
import { inviteWords } from '../../src/command-line/invite-words.ts';
import { splitWords } from '../../src/command-line/split-words.ts';
import { inviteCommand, roleWords } from '../../src/invitations/invite-command.ts';
import { locales, type OrganizationRole } from '../../src/ports/provisioning.ts';

const settings = { trigger: 'kinvite', defaultLocale: 'en_GB' } as const;
const word = fc.stringMatching(/^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]{0,8}[A-Za-zÀ-ÿ]$/).map((text) => text.normalize('NFC'));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const channel = fc.stringMatching(/^[a-z][a-z\d-]{0,9}$/);
const channels = fc
  .uniqueArray(channel, { maxLength: 3 })
  .map((names) => names.map((one) => ({ id: `id-of-${one}`, name: one })));

const invitation = fc.record({
  kind: fc.constant('member' as const),
  email: fc.constantFrom('jane@acme.ch', "o'neil+kchat@acme.ch"),
  firstName: name,
  lastName: name,
  role: fc.constantFrom(...(Object.keys(roleWords) as OrganizationRole[])),
  strict: fc.boolean(),
  locale: fc.constantFrom(...locales),
  channels,
  workTeams: fc.array(name, { maxLength: 2 }),
});

/** What follows the trigger, as it would be pasted. */
const wordsOf = (command: string) => splitWords(command.replace(/^`\/kinvite |`$/g, ''));

test('the line that invites again is read back as the same request', () => {
  fc.assert(
    fc.property(invitation, (again) => {
      const read = inviteWords.parse(wordsOf(inviteCommand(again, settings)));
      const { email, firstName, lastName, role, strict, workTeams } = again;
      expect(read).toMatchObject({ person: { email, firstName, lastName }, role, strict, workTeams });
      expect(read?.locale ?? settings.defaultLocale).toBe(again.locale);
      expect(read?.channelNames).toEqual(again.channels.map((one) => one.name));
      expect(read?.confirmed).toBe(role !== 'normal');
    }),
    { numRuns: 500 },
  );
});

test('the line that invites a guest again is read back as the same request', () => {
  fc.assert(
    fc.property(invitation, fc.uniqueArray(channel, { minLength: 1, maxLength: 3 }), (again, names) => {
      const guest = { ...again, kind: 'guest' as const, channels: names.map((one) => ({ id: one, name: one })) };
      const [verb, ...words] = wordsOf(inviteCommand({ ...guest, firstName: '', lastName: '' }, settings));
      expect(verb).toBe('guest');
      const read = guestWords('').parse(words);
      expect(read).toMatchObject({ email: again.email, channelNames: names });
      expect(read.locale ?? settings.defaultLocale).toBe(again.locale);
    }),
  );
});

test('the usual line is no longer than it has to be', () => {
  const usual = { role: 'normal', strict: true, locale: 'en_GB', channels: [], workTeams: [], kind: 'member' } as const;
  const jane = { ...usual, channels: [], workTeams: [], email: 'jane@acme.ch', firstName: 'Jane', lastName: 'Doe' };
  expect(inviteCommand(jane, settings)).toBe('`/kinvite jane@acme.ch Jane Doe`');
  expect(inviteCommand({ ...jane, firstName: 'Anna "Mia" Maria' }, settings)).toBe(
    '`/kinvite jane@acme.ch "Anna Mia Maria" Doe`',
  );
});
