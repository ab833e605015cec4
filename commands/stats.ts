import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { deliveryKeys } from '../src/invitations/delivery-keys.ts';
import { readStatistics, type Statistics } from '../src/invitations/statistics.ts';
import type { Locale } from '../src/ports/provisioning.ts';
import { statsTexts } from '../src/texts/commands/stats.ts';
import { dayFormatter } from '../src/texts/day.ts';
import { durationText } from '../src/texts/duration.ts';
import { code } from '../src/texts/plain.ts';
import { knownTimeZone } from '../src/texts/time.ts';

const usualDays = 30;
const mostDays = 366;

const words = z.array(z.string()).transform(([word = String(usualDays), ...more]) => {
  const days = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (days < 1 || days > mostDays || more.length > 0) {
    throw new UserError((locale) => statsTexts[locale].noSuchDays(code([word, ...more].join(' ')), mostDays));
  }
  return { days };
});

/** The numbers at once, the picture after them. */
export const stats = defineCommand({
  verb: 'stats',
  permission: 'administrator',
  texts: statsTexts,
  usage: 'stats [days]',
  examples: ['stats', 'stats 90'],
  words,
  async run({ store, clock, settings: { team }, caller: { user }, locale }, { days }) {
    const range = { days, now: clock.now(), timeZone: knownTimeZone(user.timeZone) };
    const statistics = await readStatistics(store, team.id, range);
    const { invited, accepted, expired, period } = statistics;
    const texts = statsTexts[locale];
    const day = dayFormatter(locale, 'numeric');
    const title = `**${texts.title(day(period.first), day(period.last))}**`;
    if (invited + accepted + expired === 0) return reply(title, texts.nothing);

    await store.transaction(({ deliveries }) =>
      deliveries.enqueue({
        teamId: team.id,
        kind: 'stats_chart',
        target: user.id,
        payload: { ...range, userId: user.id, locale },
        dedupeKey: deliveryKeys.statsChart(team.id, user.id, range.now),
        runAt: range.now,
      }),
    );
    return reply(title, table(statistics, locale), texts.chartComes);
  },
});

function table({ invited, accepted, expired, takenBack, open, medianMs }: Statistics, locale: Locale): string {
  const texts = statsTexts[locale];
  const rows = [
    [texts.invited, invited],
    [texts.accepted, accepted],
    [texts.expired, expired],
    [texts.takenBack, takenBack],
    [texts.open, open],
    [texts.median, medianMs === undefined ? '—' : durationText(medianMs, locale)],
  ];
  return ['| | |', '| --- | ---: |', ...rows.map(([what, count]) => `| ${what} | ${count} |`)].join('\n');
}
