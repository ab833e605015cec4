import { dayMs, hourMs } from '../ports/clock.ts';
import { UserError } from '../errors.ts';
import { teamShare } from '../ports/call-limits.ts';
import type { StoreQueries } from '../ports/store.ts';
import { durationText } from '../texts/duration.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import type { Settings } from './dependencies.ts';

/** Members who may only ask fill the approval channel with no more than this in an hour. */
const mostAsks = 10;

type LimitSettings = Pick<Settings, 'team' | 'invitationsPerDay'>;

/**
 * Whether a person may send so many invitations or renewals now. Counted in the store, within the transaction that
 * writes them, so that neither a restart nor a second process forgets any.
 * @param count a whole import is counted before any of it begins.
 * @throws UserError that says when they can go on.
 */
export async function checkInvitationLimits(
  { invitations }: Pick<StoreQueries, 'invitations'>,
  { team, invitationsPerDay }: LimitSettings,
  { userId, now, count = 1 }: { userId: string; now: number; count?: number },
): Promise<void> {
  if (invitationsPerDay === 0) return;
  for (const [actor, most] of [
    [userId, invitationsPerDay],
    [undefined, invitationsPerDay * teamShare],
  ] as const) {
    const isTeam = actor === undefined;
    if (count > most) throw new UserError((locale) => mistakeTexts[locale].tooManyInvitations({ most, isTeam }));
    const at = await invitations.nthNewestAsk(team.id, { actor, since: now - dayMs, n: most - count + 1 });
    if (at === undefined) continue;
    throw new UserError((locale) =>
      mistakeTexts[locale].tooManyInvitations({ most, isTeam, wait: durationText(at + dayMs - now, locale) }),
    );
  }
}

/**
 * Whether a member may ask once more. What they ask for plays no part: otherwise the moment of the refusal would tell
 * which addresses are invited already.
 * @throws UserError that says when they can ask again.
 */
export async function checkAsks(
  { invitations }: Pick<StoreQueries, 'invitations'>,
  teamId: string,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  const at = await invitations.nthNewestAsk(teamId, { actor: userId, since: now - hourMs, n: mostAsks });
  if (at === undefined) return;
  throw new UserError((locale) => mistakeTexts[locale].tooManyAsks(mostAsks, durationText(at + hourMs - now, locale)));
}
