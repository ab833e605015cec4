import { joinTeam } from '../kchat/joining.ts';
import { addPerson } from '../kchat/people.ts';
import type { Person } from '../kchat/documents.ts';
import { languageId } from '../infomaniak/languages.ts';
import { isExpired, type Invitation, type Locale, type Member } from '../infomaniak/state.ts';
import type { World } from '../world.ts';

/** Why a link no longer works, with the HTTP status that says so. */
export class ClosedInvitation extends Error {
  override name = 'ClosedInvitation';
  readonly status: 409 | 410 | 422;
  readonly reason: string;

  constructor(status: 409 | 410 | 422, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

export function invitationBySecret(world: World, secret: string): Invitation | undefined {
  return world.provider.invitations.find((invitation) => invitation.secret === secret);
}

/** @throws ClosedInvitation when it was settled already, or is too old */
export function requireOpen(world: World, invitation: Invitation): void {
  const { status } = invitation;
  if (status === 'cancelled') throw new ClosedInvitation(410, status, 'This invitation was withdrawn.');
  if (status === 'accepted') throw new ClosedInvitation(409, status, 'This invitation was accepted already.');
  if (status === 'rejected') throw new ClosedInvitation(409, status, 'This invitation was declined.');
  if (isExpired(invitation, world.now())) throw new ClosedInvitation(410, 'expired', 'This invitation has expired.');
}

/**
 * The invitee registers: from now on they are in the organization and, with a kSuite seat, in kChat.
 * @param email the address they register with, which must be the invited one when the invitation is strict
 * @throws ClosedInvitation
 */
export function accept(world: World, invitation: Invitation, email = invitation.email): Member & { person?: Person } {
  requireOpen(world, invitation);
  const address = email.toLowerCase();
  if (invitation.strict && address !== invitation.email) {
    throw new ClosedInvitation(422, 'pending', `Please register as ${invitation.email}.`);
  }
  if (world.provider.members.some((member) => member.email === address)) {
    throw new ClosedInvitation(409, 'pending', 'This address belongs to a member already.');
  }
  const { first_name: firstName, last_name: lastName, role_type: role, locale, ksuite, team_ids: teamIds } = invitation;
  const arrival = arrive(world, {
    firstName,
    lastName,
    email: address,
    locale,
    role,
    ksuite: ksuite !== undefined,
    teamIds,
  });
  if (arrival.person && ksuite?.kchat_role === 'admin') arrival.person.roles = 'system_user system_admin';
  Object.assign(invitation, { status: 'accepted', user_id: arrival.user_id, updated_at: world.now() });
  return arrival;
}

/** @throws ClosedInvitation */
export function decline(world: World, invitation: Invitation): void {
  requireOpen(world, invitation);
  Object.assign(invitation, { status: 'rejected', updated_at: world.now() });
}

export interface Arrival {
  firstName: string;
  lastName: string;
  email: string;
  locale: Locale;
  role: Member['role_type'];
  ksuite: boolean;
  teamIds: number[];
}

/** Somebody joins the organization, and with kSuite appears in kChat in the same moment. */
export function arrive(world: World, arrival: Arrival): Member & { person?: Person } {
  const { firstName, lastName, email, locale, ksuite } = arrival;
  const member: Member = {
    user_id: world.provider.nextId++,
    first_name: firstName,
    last_name: lastName,
    email: email.toLowerCase(),
    role_type: arrival.role,
    language_id: languageId(locale),
    has_ksuite: ksuite,
    team_ids: arrival.teamIds,
  };
  world.provider.members.push(member);
  if (!ksuite) return member;
  const person = addPerson(world, { userId: member.user_id, firstName, lastName, email, locale: locale.slice(0, 2) });
  joinTeam(world, person);
  world.newcomers.add(person.id);
  return { ...member, person };
}
