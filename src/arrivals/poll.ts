import type { Dependencies } from '../invitations/dependencies.ts';
import { oweAbsence } from '../invitations/owe-absence.ts';
import { oweForgetting } from '../invitations/owe-forgetting.ts';
import { hourMs } from '../ports/clock.ts';
import type { InvitationKind } from '../ports/invitation-store.ts';
import { followGuests } from './follow-guests.ts';
import { followInvitations } from './follow-invitations.ts';
import { lookAtRoster } from './look-at-roster.ts';

/** What was looked at is kept this long for whoever looks at the table, in milliseconds. */
const keptMs = hourMs;

/**
 * One look at both worlds: the provider before the roster, so that an acceptance is known when its newcomer is seen.
 * Trouble with the one does not keep the other from being looked at.
 * @param lookForFiles finds what people sent to the bot.
 * @throws the first error, after all were tried.
 */
export async function poll(deps: Dependencies, lookForFiles: () => Promise<void>): Promise<void> {
  const pending = await deps.store.invitations.inStates(deps.settings.team.id, ['pending']);
  const ofKind = (kind: InvitationKind) => pending.filter((invitation) => invitation.kind === kind);
  const results = [
    await outcomeOf(lookForFiles()),
    await outcomeOf(followInvitations(deps, ofKind('member'))),
    await outcomeOf(followGuests(deps, ofKind('guest'))),
    await outcomeOf(lookAtRoster(deps)),
    await outcomeOf(forgetOldLooks(deps)),
    await outcomeOf(deps.store.tickets.forgetExpired(deps.settings.team.id, deps.clock.now())),
    await outcomeOf(oweAbsence(deps)),
    await outcomeOf(oweForgetting(deps)),
  ];
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function outcomeOf(work: Promise<void>): Promise<PromiseSettledResult<void>> {
  const [result] = await Promise.allSettled([work]);
  return result;
}

async function forgetOldLooks({ store, clock, settings }: Dependencies): Promise<void> {
  for (const kind of ['poll', 'roster', 'meet'] as const)
    await store.deliveries.forgetEnded(settings.team.id, kind, clock.now() - keptMs);
}
