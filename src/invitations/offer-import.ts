import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { ChannelReference } from '../ports/invitation-store.ts';
import type { ImportRow } from '../ports/import-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { parseLocale } from '../texts/locale.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { importTexts } from '../texts/commands/import.ts';
import { code } from '../texts/plain.ts';
import { nameOf, type Caller } from './caller.ts';
import type { Dependencies } from './dependencies.ts';
import { checkNames } from './check-names.ts';
import { canonicalEmail } from './email-address.ts';
import { oweImportEnd } from './end-import.ts';
import { findChannels } from './find-channels.ts';
import { oweImportCard } from './owe-import-card.ts';
import { checkDomain } from './policy.ts';

/** As it was written; `mistake` says what could not even be read. */
export interface WrittenPerson {
  number: number;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  channels: string[];
  mistake?: UserError;
}

/**
 * Checks every row and keeps them all; nobody is invited before the offer is confirmed. Problems are written in the
 * language of whoever imports: nobody else reads them.
 */
export async function offerImport(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings'>,
  written: readonly WrittenPerson[],
  { user }: Caller,
  locale: Locale,
  trigger: string,
): Promise<{ id: string; rows: ImportRow[] }> {
  const { store, clock, settings } = deps;
  const teamId = settings.team.id;
  const seen = new Set<string>();
  const findChannel = rememberChannels(deps, user.id);
  const rows: ImportRow[] = [];
  for (const person of written) {
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
      row.channels = await Promise.all(person.channels.map(findChannel));
      if (seen.has(row.email)) throw new UserError(importTexts[locale].twice);
      if (await store.invitations.open(teamId, row.email)) throw new UserError(importTexts[locale].invitedAlready);
      seen.add(row.email);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      row.problem = error.say(locale);
    }
    rows.push(row);
  }
  const id = randomUUID();
  await store.transaction(async (queries) => {
    const createdAt = clock.now();
    const record = { id, teamId, byId: user.id, byName: nameOf(user), locale, trigger, createdAt };
    await queries.imports.add(record, rows);
    await oweImportCard(queries, record, 'offered', createdAt);
    await oweImportEnd(queries, record);
  });
  return { id, rows };
}

function readLanguage(text: string, usual: Locale): Locale {
  if (text === '') return usual;
  const locale = parseLocale(text);
  if (locale) return locale;
  throw new UserError((said) => mistakeTexts[said].unknownLanguage(code(text)));
}

/** A thousand rows name few channels: each is looked up once. */
function rememberChannels(deps: Pick<Dependencies, 'chat' | 'settings'>, userId: string) {
  const found = new Map<string, Promise<ChannelReference>>();
  return (written: string): Promise<ChannelReference> => {
    const name = written.replace(/^~/, '').toLowerCase();
    const known =
      found.get(name) ?? findChannels(deps, userId, [name]).then(([channel]) => channel ?? { id: '', name });
    found.set(name, known);
    return known;
  };
}
