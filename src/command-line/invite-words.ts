import { z } from 'zod';
import { readOptions } from './read-options.ts';
import { readPerson } from './read-person.ts';
import { UserError } from '../errors.ts';
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
  'dry-run': { type: 'boolean', default: false },
} as const;

const roles = new Map<string, OrganizationRole>([
  ['user', 'normal'],
  ['administrator', 'admin'],
  ['legal-representative', 'owner'],
]);

/** The words after `invite`: a person and options in any order. */
export const inviteWords = z.array(z.string()).transform((words) => {
  const { values, positionals } = readOptions(words, options);
  return {
    person: readPerson(positionals),
    role: readRole(values.role),
    confirmed: values.confirm,
    strict: !values['any-login'],
    locale: values.lang === undefined ? undefined : readLocale(values.lang),
    workTeams: (values.team ?? []).map((name) => name.trim()).filter(Boolean),
    channelNames: [...new Set((values.channel ?? []).map(readChannelName))],
    dryRun: values['dry-run'],
  };
});

function readRole(text: string): OrganizationRole {
  const role = roles.get(text.toLowerCase());
  if (role) return role;
  throw new UserError((locale) => mistakeTexts[locale].unknownRole(code(text)));
}

function readChannelName(text: string): string {
  const name = text.trim().replace(/^~/, '').toLowerCase();
  if (name !== '') return name;
  throw new UserError((locale) => mistakeTexts[locale].channelNeedsName);
}

function readLocale(text: string) {
  const locale = parseLocale(text);
  if (locale) return locale;
  throw new UserError((said) => mistakeTexts[said].unknownLanguage(code(text)));
}
