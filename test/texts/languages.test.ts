import { describe, expect, test } from 'vitest';
import { locales } from '../../src/ports/provisioning.ts';
import { textsFor } from '../../src/texts/texts-for.ts';
import type { Texts } from '../../src/texts/texts.ts';

const jane = '**Jane Doe** (`jane@acme.ch`)';
const command = '`/kinvite jane@acme.ch Jane Doe`';
const facts = { firstName: 'Jane', teamName: 'Acme', inviterName: 'Anna Meier', channels: ['~ideas', '~marketing'] };

/** One call of every text, and what it has to tell in any language. */
const cases: { [Name in keyof Texts]: { say: (texts: Texts) => string; tells: string[] } } = {
  welcome: {
    say: (texts) => texts.welcome(facts),
    tells: ['Jane', '**Acme**', '**Anna Meier**', '~ideas', '~marketing', 'Mail, kDrive, Calendar, kMeet'],
  },
  notice: {
    say: (texts) => texts.notice([{ name: 'Jane Doe', inviterName: 'Anna Meier' }], 0),
    tells: ['**Jane Doe**', 'Anna Meier'],
  },
  arrived: {
    say: (texts) => texts.arrived(jane, { channels: ['~ideas'], missing: ['~board'] }),
    tells: [jane, '~ideas', '~board'],
  },
  expired: { say: (texts) => texts.expired(jane, { command }), tells: [jane, command] },
  rejected: { say: (texts) => texts.rejected(jane, { command }), tells: [jane, command] },
  revoked: { say: (texts) => texts.revoked(jane, { command }), tells: [jane, command, 'Infomaniak'] },
  acceptedLate: { say: (texts) => texts.acceptedLate(jane, { state: 'expired' }), tells: [jane, 'expired', 'Manager'] },
  deliveryFailed: {
    say: (texts) => texts.deliveryFailed(jane, { what: 'the welcome', reason: 'kChat refused it.' }),
    tells: [jane, 'the welcome', 'kChat refused it.'],
  },
};

describe.each(Object.entries(cases))('%s', (_name, { say, tells }) => {
  test('differs in all five languages', () => {
    expect(new Set(locales.map((locale) => say(textsFor(locale)))).size).toBe(locales.length);
  });

  test.each(locales)('tells everything in %s', (locale) => {
    for (const fact of tells) expect(say(textsFor(locale))).toContain(fact);
  });

  test.each(locales)('notifies nobody and leaves no hole in %s', (locale) => {
    const text = say(textsFor(locale));
    expect(text.replaceAll('jane@acme.ch', '')).not.toContain('@');
    expectNoHoles(text);
  });
});

describe('the welcome', () => {
  test.each([
    ['fr_FR', 'menu des applications, en haut à droite', 'ne fait pas partie du rôle'],
    ['de_DE', 'App-Menü oben rechts', 'gehört nicht zur Rolle'],
    ['it_IT', 'menu delle app, in alto a destra', 'non fa parte del ruolo'],
    ['es_ES', 'menú de aplicaciones, arriba a la derecha', 'no forma parte del rol'],
    ['en_GB', 'apps menu, top right corner', 'not part of a user’s role'],
  ] as const)('in %s says where the apps are and what a user does not manage', (locale, menu, role) => {
    const text = textsFor(locale).welcome(facts);
    expect(text).toContain(menu);
    expect(text).toContain(role);
  });

  test.each(locales)('reads well in %s without inviter, first name and channels', (locale) => {
    const texts = textsFor(locale);
    const text = texts.welcome({ ...facts, firstName: '', inviterName: '', channels: [] });
    expectNoHoles(text);
    expect(text).not.toContain('~');
    expect(text.split('\n\n')).toHaveLength(4);
    expect(texts.welcome(facts).split('\n\n')).toHaveLength(5);
  });

  test.each(locales)('is short in %s', (locale) => {
    expect(textsFor(locale).welcome(facts).length).toBeLessThan(1_000);
  });
});

describe('the notice', () => {
  const anna = { name: 'Anna', inviterName: 'Pat' };
  const bob = { name: 'Bob', inviterName: 'Pat' };
  const carl = { name: 'Carl', inviterName: 'Pat' };

  test('names the inviter of one newcomer only', () => {
    const english = textsFor('en_GB');
    expect(english.notice([anna], 0)).toBe('👋 **Anna** has joined us. Invited by Pat. Welcome!');
    expect(english.notice([anna, bob], 0)).toBe('👋 **Anna** and **Bob** have joined us. Welcome!');
    expect(english.notice([{ name: 'Anna', inviterName: undefined }], 0)).toBe('👋 **Anna** has joined us. Welcome!');
  });

  test('counts those it has no room for', () => {
    const english = textsFor('en_GB');
    expect(english.notice([anna, bob, carl], 1)).toBe(
      '👋 **Anna**, **Bob**, **Carl** and one more person have joined us. Welcome!',
    );
    expect(english.notice([anna, bob, carl], 7)).toContain('and 7 more people have');
  });

  test.each(locales)('of one, many and uncounted newcomers are told apart in %s', (locale) => {
    const texts = textsFor(locale);
    const notices = [
      texts.notice([anna], 0),
      texts.notice([anna, bob], 0),
      texts.notice([anna, bob], 1),
      texts.notice([anna, bob], 5),
    ];
    expect(new Set(notices).size).toBe(4);
    for (const text of notices) expectNoHoles(text);
  });
});

function expectNoHoles(text: string): void {
  expect(text).not.toMatch(/\b(undefined|null|NaN)\b|\*{4}| {2}|,\s*[!.]|\s$|^\s|\n{3}|: *(\.|$)/);
}
