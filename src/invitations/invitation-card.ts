import type { Button, Card } from '../ports/card.ts';
import { dayMs } from '../ports/clock.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { cardTexts } from '../texts/cards.ts';
import { guestTexts } from '../texts/guests.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { timeFormatter } from '../texts/time.ts';
import type { Dependencies } from './dependencies.ts';
import { describePerson } from './describe.ts';

/** Longer than invitations live; the state of the invitation decides anyway. */
const ticketMs = 45 * dayMs;
/** How long a question waits for its answer. */
export const confirmMs = 60_000;

export interface CardReader {
  /** Who sees the card, and may press its buttons. */
  userId: string;
  locale: Locale;
  timeZone: string | undefined;
}

type CardDependencies = Pick<Dependencies, 'tickets' | 'clock'>;

/**
 * An invitation as it stands, with what can be done about it.
 * @param isBeingRevoked somebody has asked for that, and the provider has yet to confirm it.
 */
export function invitationCard(
  deps: CardDependencies,
  invitation: Invitation,
  reader: CardReader,
  isBeingRevoked = false,
): Card {
  const texts = cardTexts[reader.locale];
  const until = invitation.expiresAt;
  const isPending = invitation.state === 'pending' && !isBeingRevoked;
  const isGuest = invitation.kind === 'guest';
  const standing = [
    isGuest && guestTexts[reader.locale].mark,
    isBeingRevoked ? texts.beingRevoked : invitationTexts[reader.locale].states[invitation.state],
    isPending && until !== undefined && texts.until(timeFormatter(reader.timeZone, reader.locale)(until)),
  ];
  const button = (label: string, verb: string, action: string, style: Button['style'] = 'default'): Button => ({
    label,
    style,
    ticket: issue(deps, invitation, reader.userId, verb, action, ticketMs),
  });
  return {
    text: `${describePerson(invitation)} · ${standing.filter(Boolean).join(' · ')}`,
    buttons: isPending
      ? [
          button(texts.resend, 'resend', 'resend'),
          // kChat tells nobody the link of a guest.
          ...(isGuest ? [] : [button(texts.copyLink, 'link', 'show')]),
          button(texts.revoke, 'revoke', 'ask', 'danger'),
        ]
      : [],
  };
}

/** What is said about an invitation, with the button that renews it. */
export function renewalCard(deps: CardDependencies, invitation: Invitation, reader: CardReader, text: string): Card {
  const ticket = issue(deps, invitation, reader.userId, 'resend', 'resend', ticketMs);
  return { text, buttons: [{ label: cardTexts[reader.locale].resend, ticket }] };
}

/** Asks before anything is taken back. */
export function confirmationCard(deps: CardDependencies, invitation: Invitation, reader: CardReader): Card {
  const texts = cardTexts[reader.locale];
  const ticket = (action: string) => issue(deps, invitation, reader.userId, 'revoke', action, confirmMs);
  return {
    text: texts.reallyRevoke(describePerson(invitation)),
    buttons: [
      { label: texts.confirm, style: 'danger', ticket: ticket('confirm') },
      { label: texts.cancel, ticket: ticket('keep') },
    ],
  };
}

function issue(
  { tickets, clock }: CardDependencies,
  { teamId, id }: Invitation,
  userId: string,
  verb: string,
  action: string,
  lifeMs: number,
): string {
  return tickets.issue({ teamId, verb, action, subject: id, userId, expiresAt: clock.now() + lifeMs });
}
