import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { locales } from '../../src/ports/provisioning.ts';
import { deadReportTexts } from '../../src/texts/dead-report.ts';
import { cardTexts } from '../../src/texts/cards.ts';
import { digestTexts } from '../../src/texts/digest.ts';
import { eventTexts } from '../../src/texts/events.ts';
import { guestTexts } from '../../src/texts/guests.ts';
import { importNewsTexts } from '../../src/texts/import-news.ts';
import { interactionTexts } from '../../src/texts/interactions.ts';
import { invitationTexts } from '../../src/texts/invitations.ts';
import { mistakeTexts } from '../../src/texts/mistakes.ts';
import { inviteFormTexts } from '../../src/texts/invite-form.ts';
import { remarkTexts } from '../../src/texts/remarks.ts';
import { textsFor } from '../../src/texts/texts-for.ts';
import { openTypist } from '../commands/typist.ts';
import { chatUser } from '../support/fake-chat.ts';

type Catalogue = Readonly<Record<string, object>>;

const catalogues: Record<string, Catalogue> = {
  newcomers: Object.fromEntries(locales.map((locale) => [locale, textsFor(locale)])),
  invitations: invitationTexts,
  guests: guestTexts,
  events: eventTexts,
  mistakes: mistakeTexts,
  interactions: interactionTexts,
  remarks: remarkTexts,
  'dead reports': deadReportTexts,
  'what became of an import': importNewsTexts,
  cards: cardTexts,
  digest: digestTexts,
  'the form': inviteFormTexts,
  ...Object.fromEntries(commands.map(({ verb, texts }) => [`the verb ${verb}`, texts])),
};

/** Every text with the way to it; functions are texts with gaps. */
function leaves(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'a text with gaps']];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe.each(Object.entries(catalogues))('the words of %s', (_name, catalogue) => {
  it('are there in every language, none of them empty', () => {
    const paths = (locale: string) => leaves(catalogue[locale]).map(([path]) => path);
    for (const locale of locales) {
      expect(paths(locale)).toEqual(paths('en_GB'));
      for (const [, text] of leaves(catalogue[locale])) expect(text.trim()).not.toBe('');
    }
  });

  it('are translated: a sentence that is the same in two languages was forgotten', () => {
    const sentences = (locale: string) =>
      leaves(catalogue[locale]).filter(([, text]) => text.split(' ').length > 4 && text !== 'a text with gaps');
    for (const locale of locales.filter((one) => one !== 'en_GB')) {
      const english = new Map(sentences('en_GB'));
      expect(sentences(locale).filter(([path, text]) => english.get(path) === text)).toEqual([]);
    }
  });
});

it.each(['de_DE', 'it_IT', 'es_ES'] as const)('inviters are addressed in one way in %s', (locale) => {
  const texts = textsFor(locale);
  const person = 'P';
  const told = [
    texts.arrived(person, { channels: [], missing: ['~x'] }),
    texts.approved(person),
    texts.denied(person, { reason: undefined }),
    texts.reminder(person, { until: 'U' }),
    texts.expired(person, { command: 'C' }),
    texts.rejected(person, { command: 'C' }),
    texts.acceptedLate(person, { state: 'S' }),
    texts.deliveryFailed(person, { what: 'W', reason: 'R' }),
  ].join('\n');
  expect(told).not.toMatch(
    /\bprüfen Sie\b|Ihre Einladung|il suo invito|preghiamo|Verifichi|su invitación|hágalo|Compruebe/i,
  );
  expect(told).toMatch(/deine|\btu[oa]?\b/);
});

it('a duration in German stands where it needs no case', () => {
  expect(digestTexts.de_DE.accepted(3, '2 Tage, 3 Stunden')).toBe('3 angenommen (Median: 2 Tage, 3 Stunden)');
});

it('the administrator is answered in the language of their kChat', async () => {
  const { type, world } = await openTypist();
  world.chat.join(chatUser('berta', { isSystemAdmin: true, locale: 'de' }));
  expect(await type('jane@acme.ch Jane Doe', { userId: 'berta' })).toContain('ist als Benutzer eingeladen');
  expect(await type('lits', { userId: 'berta' })).toContain('War `/kinvite list` gemeint?');
  expect(await type('list', { userId: 'berta' })).toContain('1 Einladung');
});
