import type { Invitation } from '../ports/invitation-store.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { code } from '../texts/plain.ts';
import { describeInviter, describePerson, type Reader } from './describe.ts';

/** The address has an open invitation already: what became of it, instead of a second one. */
export function describeOpen(invitation: Invitation, { locale, formatTime, trigger }: Reader): string {
  const texts = invitationTexts[locale];
  const { state, expiresAt, requestedAt, email } = invitation;
  const person = describePerson(invitation);
  const [inviter, at] = [describeInviter(invitation), formatTime(requestedAt)];
  if (state === 'awaiting_approval') {
    return [texts.alreadyAsked({ person, inviter, at }), texts.toLook(code(`/${trigger} requests`))].join('\n\n');
  }
  const standing =
    state === 'pending'
      ? texts.standing.pending(expiresAt === undefined ? undefined : formatTime(expiresAt))
      : state === 'accepted'
        ? texts.standing.accepted
        : texts.standing.underWay;
  return [texts.already({ person, inviter, at, standing }), texts.toLook(code(`/${trigger} status ${email}`))].join(
    '\n\n',
  );
}
