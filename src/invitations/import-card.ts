import type { Card } from '../ports/card.ts';
import type { Import, ImportProgress, ImportRow } from '../ports/import-store.ts';
import { importTexts } from '../texts/commands/import.ts';
import { durationText } from '../texts/duration.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { linesThatFit, maxMessageLength } from '../texts/message-length.ts';
import { code, plain } from '../texts/plain.ts';
import { tableRow } from '../texts/table.ts';
import { typed } from '../texts/typed.ts';
import { withColon } from '../texts/with-colon.ts';
import type { Dependencies } from './dependencies.ts';
import { offerMs } from './offer-import.ts';

const shown = 20;
/** For what stands around the rows. */
const frameLength = 600;
const barLength = 20;
/** Look up, create, grant the seat. */
const requestsPerRow = 3;

type CardDependencies = Pick<Dependencies, 'tickets' | 'settings'>;

/** What would happen, row by row as far as a message holds, and the question whether it should. */
export function offerCard({ tickets }: CardDependencies, run: Import, rows: readonly ImportRow[]): Card {
  const texts = importTexts[run.locale];
  const problems = rows.filter(({ problem }) => problem !== undefined);
  const fine = rows.length - problems.length;
  // Problems first: they are what somebody has to look at.
  const ordered = [...problems, ...rows.filter(({ problem }) => problem === undefined)];
  const listed = linesThatFit(
    ordered.slice(0, shown).map((row) => personRow(row, run)),
    maxMessageLength - frameLength,
  );
  const ticket = (action: string) => {
    const { teamId, id, byId, createdAt } = run;
    return tickets.issue({ teamId, verb: 'import', action, subject: id, userId: byId, expiresAt: createdAt + offerMs });
  };
  return {
    text: [
      `**${texts.offer(fine, problems.length)}**`,
      [`| ${texts.columns.join(' | ')} |`, '| ---: | --- | --- | --- |', ...listed].join('\n'),
      rows.length > listed.length ? texts.andMore(rows.length - listed.length) : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    buttons:
      fine === 0
        ? []
        : [
            { label: texts.confirm(fine), style: 'primary', ticket: ticket('confirm') },
            { label: texts.cancel, ticket: ticket('cancel') },
          ],
    instead:
      fine === 0 ? undefined : texts.toType(typed('import confirm', run.trigger), typed('import cancel', run.trigger)),
  };
}

function personRow(row: ImportRow, run: Import): string {
  const problem = problemOf(row, run);
  const standing = problem === undefined ? '✓' : `⚠️ ${problem}`;
  return tableRow([String(row.number), showAddress(row), plain(`${row.firstName} ${row.lastName}`, 60), standing]);
}

/** Why nobody is invited; undefined when the row is fine. */
export function problemOf({ problem }: ImportRow, { locale }: Import): string | undefined {
  return problem === '' ? importTexts[locale].forgotten : problem;
}

/** A dash for a row that has none, or whose person was forgotten. */
export function showAddress({ email }: Pick<ImportRow, 'email'>): string {
  return email === '' ? '—' : code(email, 80);
}

/** How far it has come, and how long the rest takes at the provider's rate. */
export function progressText(
  { settings }: Pick<Dependencies, 'settings'>,
  run: Import,
  progress: ImportProgress,
): string {
  const texts = importTexts[run.locale];
  const { waiting, underWay, total, problems } = progress;
  const all = total - problems;
  const done = all - waiting - underWay;
  const filled = all === 0 ? barLength : Math.floor((done / all) * barLength);
  const leftMs = ((waiting + underWay) * requestsPerRow * 60_000) / settings.ratePerMinute;
  const percent = all === 0 ? 100 : Math.floor((done / all) * 100);
  return [
    `**${texts.title}** ${'▓'.repeat(filled)}${'░'.repeat(barLength - filled)} ${percent} %`,
    [texts.done(done, all), waiting + underWay > 0 && texts.left(durationText(leftMs, run.locale))]
      .filter(Boolean)
      .join(' · '),
  ].join('\n');
}

/** How it ended, in numbers. */
export function summaryText(run: Import, { ended, problems, waiting }: ImportProgress): string {
  const texts = importTexts[run.locale];
  const { states } = invitationTexts[run.locale];
  const counts = Object.entries(ended).map(([state, count]) =>
    withColon(states[state as keyof typeof states], String(count), run.locale),
  );
  return [
    `**${howItEnded(run)}**`,
    [...counts, problems > 0 && texts.problems(problems), waiting > 0 && texts.notStarted(waiting)]
      .filter(Boolean)
      .join(' · '),
  ].join('\n');
}

function howItEnded({ state, ending, locale, trigger }: Import): string {
  const texts = importTexts[locale];
  if (state !== 'cancelled') return texts.hasEnded;
  switch (ending) {
    case 'not_taken':
      return texts.wasNotTaken(typed('import', trigger));
    case 'stopped':
      return texts.wasStopped;
    case undefined:
      return texts.wasCancelled;
  }
}
