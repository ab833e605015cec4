import { readCaller } from '../../invitations/caller.ts';
import { deliveryKeys } from '../../invitations/delivery-keys.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { oweImportCard } from '../../invitations/owe-import-card.ts';
import { runImport } from '../../invitations/run-import.ts';
import { TryLater } from '../../invitations/try-later.ts';
import { UserError } from '../../errors.ts';
import type { Import } from '../../ports/import-store.ts';
import type { JobKind } from '../job-kind.ts';
import { requireImport } from '../require-import.ts';
import { patientRetry } from '../retry-rule.ts';

/** Nobody reads faster than that. */
const redrawMs = 2_000;
/** Rights are read again so often while rows are started. */
const rightsMs = 60_000;

/** Brings an import to its end, a few rows at a time, and owes the report when it is there. */
export function importRunJob(deps: Dependencies): JobKind<'import_run'> {
  const { store, clock } = deps;
  const drawnAt = new Map<string, number>();
  const checkedAt = new Map<string, number>();

  /** The message is edited now and then; an edit that is still owed will show what is new as well. */
  async function redraw(run: Import, isLast: boolean): Promise<void> {
    const now = clock.now();
    if (!isLast && now - (drawnAt.get(run.id) ?? 0) < redrawMs) return;
    drawnAt.set(run.id, now);
    if (!isLast && (await store.deliveries.isWaiting(run.teamId, 'import_card', run.id))) return;
    await oweImportCard(store, run, isLast ? 'ended' : 'progress', now);
  }

  async function mayStart(run: Import): Promise<boolean> {
    if (clock.now() - (checkedAt.get(run.id) ?? -Infinity) < rightsMs) return true;
    checkedAt.set(run.id, clock.now());
    try {
      return (await readCaller(deps.chat, deps.settings, run.byId)).mayInvite;
    } catch (error) {
      // kChat does not answer: nothing is started, and nothing is given up.
      if (error instanceof UserError) throw new TryLater('rights can not be read', redrawMs);
      throw error;
    }
  }

  return {
    retry: patientRetry,
    isRoutine: true,
    async run({ teamId, payload }) {
      const { importId } = payload;
      const run = await requireImport(store, teamId, payload);
      try {
        await runImport(deps, run, () => mayStart(run));
      } catch (error) {
        if (error instanceof TryLater) await redraw(run, false);
        throw error;
      }
      await store.imports.move(teamId, importId, ['running'], 'done', clock.now());
      await redraw(run, true);
      drawnAt.delete(importId);
      checkedAt.delete(importId);
      return {
        result: 'ended',
        record: async ({ deliveries }) => {
          const report = { teamId, kind: 'import_report', target: run.byId, payload: { importId } } as const;
          await deliveries.enqueue({ ...report, dedupeKey: deliveryKeys.importReport(importId), runAt: clock.now() });
        },
      };
    },
  };
}
