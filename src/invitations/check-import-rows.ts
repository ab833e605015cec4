import { UserError } from '../errors.ts';
import type { ImportRow } from '../ports/import-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { importTexts } from '../texts/commands/import.ts';
import { parseLocale } from '../texts/locale.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { code } from '../texts/plain.ts';
import type { Dependencies, Settings } from './dependencies.ts';
import { canonicalEmail } from './email-address.ts';
import { lookUpChannels } from './find-channels.ts';
import { checkNames } from './person-name.ts';
import { checkDomain } from './policy.ts';

/** One person of an import, as they were written. */
export interface WrittenPerson {
  /** The line, the first one being 1. */
  number: number;
  email: string;
  firstName: string;
  lastName: string;
  /** Empty: the usual one. */
  language: string;
  channels: string[];
  /** What could not even be read. */
  mistake?: UserError;
}

/** A thousand rows are checked with one look at the invitations and one at each channel they name. */
export async function checkRows(
  deps: Pick<Dependencies, 'store' | 'chat' | 'settings'>,
  written: readonly WrittenPerson[],
  userId: string,
  locale: Locale,
): Promise<ImportRow[]> {
  const { store, settings } = deps;
  const rows = written.map((person) => readRow(settings, person, locale));
  const fine = rows.filter(({ row }) => row.problem === undefined);
  const invited = await store.invitations.openAmong(
    settings.team.id,
    fine.map(({ row }) => row.email),
  );
  const channels = await lookUpChannels(
    deps,
    userId,
    fine.flatMap(({ channelNames }) => channelNames),
  );
  const seen = new Set<string>();
  for (const { row, channelNames } of fine) {
    const found = channelNames.flatMap((name) => channels.get(name) ?? []);
    row.channels = found.flatMap(({ channel }) => channel ?? []);
    const [mistake] = found.flatMap(({ problem }) => problem ?? []);
    if (mistake) row.problem = mistake.say(locale);
    else if (seen.has(row.email)) row.problem = importTexts[locale].twice;
    else if (invited.has(row.email)) row.problem = importTexts[locale].invitedAlready;
    else seen.add(row.email);
  }
  return rows.map(({ row }) => row);
}

/** What can be said about a row without asking anybody. */
function readRow(
  settings: Settings,
  person: WrittenPerson,
  locale: Locale,
): { row: ImportRow; channelNames: string[] } {
  const { number, firstName, lastName } = person;
  const row: ImportRow = {
    ...{ number, firstName, lastName, email: person.email },
    ...{ locale: settings.defaultLocale, channels: [], problem: undefined, invitationId: undefined },
  };
  try {
    if (person.mistake) throw person.mistake;
    row.email = checkDomain(settings, canonicalEmail(person.email));
    checkNames(row);
    row.locale = readLanguage(person.language, settings.defaultLocale);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    row.problem = error.say(locale);
  }
  return { row, channelNames: person.channels.map((name) => name.replace(/^~/, '').toLowerCase()) };
}

function readLanguage(text: string, usual: Locale): Locale {
  if (text === '') return usual;
  const locale = parseLocale(text);
  if (locale) return locale;
  throw new UserError((said) => mistakeTexts[said].unknownLanguage(code(text)));
}
