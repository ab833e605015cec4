import type { Dependencies } from '../../invitations/dependencies.ts';
import { explainFailure } from '../../invitations/describe.ts';
import { problemOf, showAddress } from '../../invitations/import-card.ts';
import type { Import, ImportRow } from '../../ports/import-store.ts';
import { importTexts } from '../../texts/commands/import.ts';
import { csvFile } from '../../texts/csv.ts';
import { invitationTexts } from '../../texts/invitations.ts';
import { maxMessageLength } from '../../texts/message-length.ts';
import { code } from '../../texts/plain.ts';
import { sayRemarks } from '../../texts/remarks.ts';
import { tableRow } from '../../texts/table.ts';
import { apologize } from '../apologize.ts';
import { withColon } from '../../texts/with-colon.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postFileOnce, postOnce } from '../post-once.ts';
import { requireImport } from '../require-import.ts';
import { patientRetry } from '../retry-rule.ts';

/** More rows than this are a file, and so are longer ones than a message holds. */
const mostInMessage = 20;

/** What became of each address, for whoever imported. */
export function importReportJob(deps: Dependencies): JobKind<'import_report'> {
  const { chat, store } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const { teamId, payload } = delivery;
      const run = await requireImport(store, teamId, payload);
      const lines = await reportLines(deps, run);
      const texts = importTexts[run.locale];
      const channelId = await chat.directChannel(run.byId);
      const table = lines.length <= mostInMessage ? inMessage(lines, run) : '';
      const isShort = table !== '' && table.length <= maxMessageLength;
      const message = await keptMessage(store, delivery, () =>
        Promise.resolve(isShort ? table : `📄 ${texts.report(lines.length)}`),
      );
      const postId = isShort
        ? await postOnce(chat, delivery, channelId, message ?? '')
        : await postFileOnce(chat, delivery, channelId, message ?? '', () =>
            Promise.resolve({
              name: 'import.csv',
              mediaType: 'text/csv',
              content: csvFile(['line', 'email', 'result'], lines, run.locale),
            }),
          );
      return { result: postId };
    },
    async onDead(delivery, reason) {
      const run = await store.imports.byId(delivery.teamId, delivery.payload.importId);
      if (!run) return false;
      const { byId, locale, trigger } = run;
      const text = importTexts[locale].notSent(sayRemarks(reason, locale), code(`/${trigger} list`));
      return apologize(deps, delivery, byId, text);
    },
  };
}

interface Line {
  line: string;
  email: string;
  result: string;
}

async function reportLines({ store }: Dependencies, run: Import): Promise<Line[]> {
  const rows = await store.imports.rows(run.teamId, run.id);
  const lines: Line[] = [];
  for (const row of rows) {
    lines.push({ line: String(row.number), email: row.email, result: await resultOf(store, run, row) });
  }
  return lines;
}

async function resultOf(store: Dependencies['store'], run: Import, row: ImportRow): Promise<string> {
  const problem = problemOf(row, run);
  if (problem !== undefined) return problem;
  const invitation =
    row.invitationId === undefined ? undefined : await store.invitations.byId(run.teamId, row.invitationId);
  if (!invitation) return importTexts[run.locale].notStartedRow;
  const state = invitationTexts[run.locale].states[invitation.state];
  return invitation.state === 'failed' ? withColon(state, explainFailure(invitation, run.locale), run.locale) : state;
}

function inMessage(lines: readonly Line[], run: Import): string {
  const { columns, report } = importTexts[run.locale];
  const [number, email, , result] = columns;
  return [
    `**${report(lines.length)}**\n`,
    `| ${number} | ${email} | ${result} |`,
    '| ---: | --- | --- |',
    ...lines.map((one) => tableRow([one.line, showAddress(one), one.result])),
  ].join('\n');
}
