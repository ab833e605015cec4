import { z } from 'zod';
import { readOptions } from './read-options.ts';
import { readPerson } from './read-person.ts';
import { UserError } from '../errors.ts';
import { roleWords } from '../invitations/invite-command.ts';
import type { OrganizationRole } from '../ports/provisioning.ts';
import { parseLocale } from '../texts/locale.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';

const options = {
  role: { type: 'string', default: 'user' },
  confirm: { type: 'boolean', default: false },
  'any-login': { type: 'boolean', default: false },
  lang: { type: 'string' },
  team: { type: 'string', multiple: true },
  channel: { type: 'string', multiple: true },
  note: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

const maxNoteLength = 500;

const roles = new Map(Object.entries(roleWords).map(([role, word]) => [word, role as OrganizationRole]));

/** The words after `invite`: a person and options in any order; nothing at all asks for the form. */
export const inviteWords = z.array(z.string()).transform((words) => {
  if (words.length === 0) return undefined;
  const { values, positionals } = readOptions(words, options);
  return {
    person: readPerson(positionals),
    role: readRole(values.role),
    confirmed: values.confirm,
    strict: !values['any-login'],
    locale: values.lang === undefined ? undefined : readLocale(values.lang),
    workTeams: (values.team ?? []).map((name) => name.trim()).filter(Boolean),
    channelNames: [...new Set((values.channel ?? []).map(readChannelName))],
    note: values.note === undefined ? undefined : readNote(values.note),
    dryRun: values['dry-run'],
  };
});

/** @throws UserError when it is longer than a welcome should be. */
export function readNote(text: string): string | undefined {
  const note = text.trim();
  if (note.length > maxNoteLength) throw new UserError((locale) => mistakeTexts[locale].noteTooLong(maxNoteLength));
  return note === '' ? undefined : note;
}

function readRole(text: string): OrganizationRole {
  const role = roles.get(text.toLowerCase());
  if (role) return role;
  throw new UserError((locale) => mistakeTexts[locale].unknownRole(code(text)));
}

export function readChannelName(text: string): string {
  const name = text.trim().replace(/^~/, '').toLowerCase();
  if (name !== '') return name;
  throw new UserError((locale) => mistakeTexts[locale].channelNeedsName);
}

export function readLocale(text: string) {
  const locale = parseLocale(text);
  if (locale) return locale;
  throw new UserError((said) => mistakeTexts[said].unknownLanguage(code(text)));
}
