import type { Dependencies } from '../../invitations/dependencies.ts';
import { offerCard, progressText, summaryText } from '../../invitations/import-card.ts';
import { oweImportCard } from '../../invitations/owe-import-card.ts';
import type { Card } from '../../ports/card.ts';
import type { Import } from '../../ports/import-store.ts';
import type { JobKind } from '../job-kind.ts';
import { postKeptCard } from '../post-kept-card.ts';
import { requireImport } from '../require-import.ts';
import { patientRetry } from '../retry-rule.ts';

/** The one message of an import, in the direct messages of whoever imports: the offer, the progress, the end. */
export function importCardJob(deps: Dependencies): JobKind<'import_card'> {
  const { chat, clock, store } = deps;
  return {
    retry: patientRetry,
    isRoutine: true,
    async run(delivery) {
      const { teamId, payload } = delivery;
      const run = await requireImport(store, teamId, payload);
      const card = await draw(deps, run);
      if (run.postId !== undefined) {
        await chat.updateCard(run.postId, card);
        return { result: 'updated' };
      }
      const { postId, isStale } = await postKeptCard(deps, delivery, await chat.directChannel(run.byId), card);
      return {
        result: postId,
        record: async (queries) => {
          await queries.imports.recordPost(teamId, run.id, postId);
          if (isStale) await oweImportCard(queries, run, 'redrawn', clock.now());
        },
      };
    },
  };
}

async function draw(deps: Dependencies, run: Import): Promise<Card> {
  const { imports } = deps.store;
  if (run.state === 'offered') return offerCard(deps, run, await imports.rows(run.teamId, run.id));
  const progress = await imports.progress(run.teamId, run.id);
  return {
    text: run.state === 'running' ? progressText(deps, run, progress) : summaryText(run, progress),
    buttons: [],
  };
}
