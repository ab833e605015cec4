import type { Dependencies } from '../invitations/dependencies.ts';
import { oweForgetting } from '../invitations/owe-forgetting.ts';
import { followInvitations } from './follow-invitations.ts';
import { lookAtRoster } from './look-at-roster.ts';

/** What was looked at is kept this long for whoever looks at the table, in milliseconds. */
const keptMs = 60 * 60_000;

/** Longer than a report is tried to be sent. Who was invited stands in the invitations; the others are nobody's business. */
const importKeptMs = 7 * 24 * 60 * 60_000;

/**
 * One look at both worlds: the provider before the roster, so that an acceptance is known when its newcomer is seen.
 * Trouble with the one does not keep the other from being looked at.
 * @param lookForFiles finds what people sent to the bot.
 * @throws the first error, after all were tried.
 */
export async function poll(deps: Dependencies, lookForFiles: () => Promise<void>): Promise<void> {
  const results = [
    await outcomeOf(lookForFiles()),
    await outcomeOf(followInvitations(deps)),
    await outcomeOf(lookAtRoster(deps)),
    await outcomeOf(forgetOldLooks(deps)),
    await outcomeOf(forgetOldImports(deps)),
    await outcomeOf(oweForgetting(deps)),
  ];
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function outcomeOf(work: Promise<void>): Promise<PromiseSettledResult<void>> {
  const [result] = await Promise.allSettled([work]);
  return result;
}

async function forgetOldLooks({ store, clock }: Dependencies): Promise<void> {
  for (const kind of ['poll', 'roster', 'meet'] as const)
    await store.deliveries.forgetEnded(kind, clock.now() - keptMs);
}

async function forgetOldImports({ store, clock, settings }: Dependencies): Promise<void> {
  await store.imports.forgetOffered(settings.team.id, clock.now() - importKeptMs);
}
