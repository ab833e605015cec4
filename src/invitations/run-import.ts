import { UserError } from '../errors.ts';
import type { Import, ImportRow } from '../ports/import-store.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { importTexts } from '../texts/commands/import.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { checkInvitationLimits } from './check-limits.ts';
import type { Dependencies } from './dependencies.ts';
import { offerMs } from './offer-import.ts';
import { oweImportCard } from './owe-import-card.ts';
import { requestInvitation } from './request-invitation.ts';
import { TryLater } from './try-later.ts';

/**
 * So many rows are on their way to the provider at once: enough to use its whole rate, few enough to leave most of the
 * worker to everything else, so that nobody's welcome waits for an import.
 */
const atOnce = 4;
const againMs = 250;

type RunDependencies = Pick<Dependencies, 'store' | 'clock' | 'observe' | 'settings'>;

/**
 * Takes the offer.
 * @throws UserError when it is no longer there, another import runs, or it is more than the limits allow.
 */
export async function startImport(
  { store, clock, settings }: RunDependencies,
  id: string,
  by: { id: string },
): Promise<void> {
  const teamId = settings.team.id;
  const isStarted = await store.transaction(async (queries) => {
    const now = clock.now();
    const run = await queries.imports.byId(teamId, id);
    if (!run || now >= run.createdAt + offerMs) return false;
    if (!(await queries.imports.move(teamId, id, ['offered'], 'running', now))) return false;
    const { waiting } = await queries.imports.progress(teamId, id);
    await checkInvitationLimits(queries, settings, { userId: run.byId, now, count: waiting });
    const delivery = { teamId, kind: 'import_run', target: teamId, payload: { importId: id } } as const;
    await queries.deliveries.enqueue({ ...delivery, dedupeKey: deliveryKeys.importRun(id), runAt: now });
    await queries.audit.add({ teamId, at: now, actor: by.id, verb: 'import', detail: String(waiting) });
    return true;
  });
  if (!isStarted) throw new UserError((locale) => importTexts[locale].notThere);
}

/**
 * Ends an import; what was started goes on, nothing more is begun.
 * @returns false when there was none.
 */
export async function cancelImport(deps: RunDependencies, id: string, by: { id: string }): Promise<boolean> {
  return endEarly(deps, id, ['offered', 'running'], { by });
}

/** The same for one that nobody wanted, while it is in one of these states. */
export async function endEarly(
  { store, clock, settings }: Omit<RunDependencies, 'observe'>,
  id: string,
  from: readonly Import['state'][],
  { by, ending }: { by: { id: string }; ending?: undefined } | { by?: undefined; ending: Import['ending'] },
): Promise<boolean> {
  const teamId = settings.team.id;
  return store.transaction(async (queries) => {
    const now = clock.now();
    if (!(await queries.imports.move(teamId, id, from, 'cancelled', now, ending))) return false;
    if (by) await queries.audit.add({ teamId, at: now, actor: by.id, verb: 'import_cancelled' });
    await oweImportCard(queries, { teamId, id }, 'cancelled', now);
    return true;
  });
}

/**
 * Starts as many rows as may be on their way. Resumable at any moment: what was started is in the store.
 * @param mayStart whether whoever imports may still invite.
 * @returns when everything has ended, or the import was cancelled.
 * @throws TryLater while rows wait or are on their way.
 */
export async function runImport(deps: RunDependencies, run: Import, mayStart: () => Promise<boolean>): Promise<void> {
  const { store, settings } = deps;
  const teamId = settings.team.id;
  const { waiting, underWay } = await store.imports.progress(teamId, run.id);
  const next =
    run.state === 'running' ? await store.imports.waiting(teamId, run.id, Math.max(0, atOnce - underWay)) : [];
  if (next.length > 0 && !(await mayStart())) {
    await endEarly(deps, run.id, ['running'], { ending: 'stopped' });
    // What is on its way goes on, and the report tells how it ended.
    if (underWay === 0) return;
    throw new TryLater('rows are on their way', againMs);
  }
  for (const row of next) await startRow(deps, run, row);
  const isOver = run.state === 'running' ? waiting + underWay === 0 : underWay === 0;
  if (!isOver) throw new TryLater('rows are on their way', againMs);
}

async function startRow(deps: RunDependencies, run: Import, row: ImportRow): Promise<void> {
  const { store, settings } = deps;
  const { email, firstName, lastName, locale, channels } = row;
  const result = await requestInvitation(deps, {
    ...{ email, firstName, lastName, locale, channels },
    role: 'normal',
    strict: true,
    workTeams: [],
    importId: run.id,
    inviter: { id: run.byId, name: run.byName },
    replyTo: { channelId: '', trigger: run.trigger, isSilent: true },
  });
  const settled =
    result.kind === 'requested'
      ? { invitationId: result.id }
      : isOfRun(run, result.invitation)
        ? { invitationId: result.invitation.id }
        : { problem: importTexts[run.locale].invitedMeanwhile };
  await store.imports.settleRow(settings.team.id, run.id, row.number, settled);
}

/** After a crash between the two writes a row finds its own invitation open; whatever else is open is somebody else's. */
function isOfRun({ byId, startedAt }: Import, { inviterId, requestedAt }: Invitation): boolean {
  return inviterId === byId && startedAt !== undefined && requestedAt >= startedAt;
}
