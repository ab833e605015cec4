import type { Person } from '../kchat/documents.ts';
import { pendingGuests } from '../kchat/guests/pending-guests.ts';
import { hasRole } from '../kchat/rights.ts';
import { memberItem, pendingItem } from '../infomaniak/documents.ts';
import { isExpired, seatsUsed } from '../infomaniak/state.ts';
import type { World } from '../world.ts';

/** Everything the page shows that no platform route tells. Holds session tokens: the sandbox is for one machine. */
export function stateDocument(world: World) {
  const { kchat, provider } = world;
  const [command] = kchat.commands.values();
  return {
    organization: provider.accountName,
    flavor: kchat.flavor.name,
    team: { id: kchat.team.id, name: kchat.team.name, display_name: kchat.team.display_name },
    people: [...kchat.people.values()].map((person) => personDocument(world, person)),
    channels: [...kchat.channels.values()]
      .filter((channel) => channel.type !== 'D')
      .map(({ id, name, display_name, type, purpose }) => ({ id, name, display_name, type, purpose })),
    trigger: command?.trigger ?? null,
    guests: pendingGuests(world).map(({ email, expiresAt }) => ({ email, is_expired: expiresAt <= world.now() })),
    provider: { users: providerUsers(world), seats: { used: seatsUsed(provider), total: provider.seats } },
    violations: world.violations,
  };
}

function personDocument(world: World, person: Person) {
  const { id, user_id, username, first_name, last_name, email, locale, roles, is_bot } = person;
  const session = [...world.kchat.tokens].find(([, userId]) => userId === id)?.[0];
  const token = is_bot || person.delete_at > 0 ? null : (session ?? null);
  const inTeam = world.kchat.teamMembers.get(id)?.delete_at === 0;
  return {
    id,
    user_id,
    username,
    first_name,
    last_name,
    email,
    locale,
    is_bot,
    is_admin: hasRole(roles, 'system_admin'),
    is_guest: hasRole(roles, 'system_guest'),
    is_deactivated: person.delete_at > 0,
    in_team: inTeam,
    is_newcomer: world.newcomers.has(id),
    token,
  };
}

/** As the provider's own list has them, with what a list in the Manager would show besides. */
function providerUsers(world: World) {
  const { members, invitations } = world.provider;
  const pending = invitations.filter((invitation) => invitation.status === 'pending');
  return [
    ...members.map((member) => ({ ...memberItem(member), has_ksuite: member.has_ksuite, is_expired: false })),
    ...pending.map((invitation) => ({
      ...pendingItem(invitation),
      has_ksuite: invitation.ksuite !== undefined,
      is_expired: isExpired(invitation, world.now()),
    })),
  ];
}
