import type { Person } from '../kchat/documents.ts';
import { admitGuest, type GuestName } from '../kchat/guests/admit-guest.ts';
import type { GuestInvitation } from '../kchat/guests/guest-invitation.ts';
import { personByEmail } from '../kchat/people.ts';
import type { World } from '../world.ts';
import { ClosedInvitation } from './accept.ts';

export function guestBySecret(world: World, secret: string): GuestInvitation | undefined {
  return world.kchat.guestInvitations.find((invitation) => invitation.secret === secret);
}

/** @throws ClosedInvitation when it was settled already, or is too old */
export function requireOpenGuest(world: World, { status, expiresAt }: GuestInvitation): void {
  if (status === 'cancelled') throw new ClosedInvitation(410, status, 'This invitation was withdrawn.');
  if (status === 'accepted') throw new ClosedInvitation(409, status, 'This invitation was accepted already.');
  if (expiresAt <= world.now()) throw new ClosedInvitation(410, 'expired', 'This invitation has expired.');
}

/**
 * The guest registers, with the invited address.
 * @param name as the guest writes it; otherwise what the address says
 * @throws ClosedInvitation
 */
export function acceptGuest(world: World, invitation: GuestInvitation, name: Partial<GuestName>): Person {
  requireOpenGuest(world, invitation);
  if (personByEmail(world, invitation.email)) {
    throw new ClosedInvitation(409, 'pending', 'This address belongs to somebody in the team already.');
  }
  return admitGuest(world, invitation, { ...nameOf(invitation.email), ...name });
}

function nameOf(email: string): GuestName {
  const [local = ''] = email.split('@');
  const [firstName = 'Guest', ...rest] = local.split('.').map(capitalized);
  return { firstName, lastName: rest.join(' ') };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
