import { describe, expect, it } from 'vitest';
import { gatheredMessageKinds } from '../../src/ports/delivery-store.ts';
import { locales } from '../../src/ports/provisioning.ts';
import { importNewsTexts } from '../../src/texts/import-news.ts';

/** What is said of one and of several, without the numbers. */
const singular = /\b(one person|une personne|Eine Person|einer Person|Una persona|una persona)\b/i;

describe.each(locales)('what became of people of an import, in %s', (locale) => {
  it.each(gatheredMessageKinds)('says of how many it is true: %s', (kind) => {
    const say = (count: number) => importNewsTexts[locale][kind](count, 'OF', 'UNTIL');
    expect(say(1)).toMatch(singular);
    expect(say(1)).not.toMatch(/\d/);
    expect(say(312)).toContain('312');
    expect(say(312)).not.toMatch(singular);
    for (const count of [1, 312]) expect(say(count)).toContain('OF');
  });

  it('says when the first invitation ends, or the only one', () => {
    const { reminder } = importNewsTexts[locale];
    for (const count of [1, 2]) expect(reminder(count, 'OF', 'UNTIL')).toContain('UNTIL');
    expect(reminder(2, '', '')).toMatch(/first|première|erste|primo|primera/);
    expect(reminder(1, '', '')).not.toMatch(/first|première|erste|primo|primera/);
  });

  it('says how many more there are', () => {
    const { andMore } = importNewsTexts[locale];
    expect(andMore(40)).toContain('40');
    expect(andMore(1)).not.toMatch(/\d/);
  });
});
