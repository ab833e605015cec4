import type { Dependencies } from '../../invitations/dependencies.ts';
import { readStatistics, type Statistics } from '../../invitations/statistics.ts';
import type { BarChart } from '../../ports/chart.ts';
import type { Locale } from '../../ports/provisioning.ts';
import { statsTexts } from '../../texts/commands/stats.ts';
import { dayFormatter } from '../../texts/day.ts';
import { sayRemarks } from '../../texts/remarks.ts';
import { apologize } from '../apologize.ts';
import { sendFile } from '../file-for-caller.ts';
import type { JobKind } from '../job-kind.ts';
import { provisioningRetry } from '../retry-rule.ts';

/** The picture to the numbers of `stats`: drawn here, so that the reply does not wait for it. */
export function statsChartJob(deps: Dependencies): JobKind<'stats_chart'> {
  return {
    retry: provisioningRetry,
    async run(delivery) {
      const { locale, ...range } = delivery.payload;
      const chart = chartOf(await readStatistics(deps.store, delivery.teamId, range), locale);
      const postId = await sendFile(deps, delivery, `📊 ${chart.title}`, async () => ({
        name: `invitations-${range.days}.png`,
        mediaType: 'image/png',
        content: await deps.drawChart(chart),
      }));
      return { result: postId };
    },
    onDead: (delivery, reason) => {
      const { userId, locale } = delivery.payload;
      return apologize(deps, delivery, userId, statsTexts[locale].notSent(sayRemarks(reason, locale)));
    },
  };
}

function chartOf({ period, periods }: Statistics, locale: Locale): BarChart {
  const texts = statsTexts[locale];
  const [short, long] = [dayFormatter(locale), dayFormatter(locale, 'numeric')];
  return {
    title: texts.title(long(period.first), long(period.last)),
    // A week is named by its first day.
    labels: periods.map(({ first }) => short(first)),
    series: [
      { name: texts.invited, values: periods.map(({ invited }) => invited) },
      { name: texts.accepted, values: periods.map(({ accepted }) => accepted) },
      { name: texts.expired, values: periods.map(({ expired }) => expired) },
    ],
    locale,
  };
}
