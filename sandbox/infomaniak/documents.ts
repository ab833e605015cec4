import type { World } from '../world.ts';
import { languageId } from './languages.ts';
import type { Invitation, Member, WorkTeam } from './state.ts';

/** Infomaniak counts in seconds. */
export const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

export function acceptUrl(world: World, invitation: Invitation): string {
  return `${world.origin}/invitation/account/${invitation.secret}`;
}

/** AccountInvitation; reference/infomaniak-api.md section 3.2. It holds no user id. */
export function invitationDocument(world: World, invitation: Invitation) {
  const { id, email, first_name, last_name, locale, role_type, strict, status } = invitation;
  const { has_billing, has_billing_mailing, has_mailing } = invitation;
  return {
    id,
    account_id: world.provider.accountId,
    email,
    first_name,
    last_name,
    locale,
    language_id: languageId(locale),
    role_type,
    strict,
    status,
    has_ksuite: invitation.ksuite !== undefined,
    has_billing,
    has_billing_mailing,
    has_mailing,
    teams: shortTeams(world, invitation.team_ids),
    sent_at: invitation.sent_at === undefined ? null : seconds(invitation.sent_at),
    created_at: seconds(invitation.created_at),
    updated_at: seconds(invitation.updated_at),
    expired_at: seconds(invitation.expired_at),
    url_accept: acceptUrl(world, invitation),
  };
}

/** One line of the user list for a member; reference/infomaniak-api.md section 4.1. */
export function memberItem(member: Member) {
  return {
    ...commonItem(member),
    user_id: member.user_id,
    invitation_id: null,
    state_in_account: 'valid',
    language_id: member.language_id,
    unique_key: `user-${member.user_id}`,
  };
}

/** One line of the user list for somebody who has not registered. */
export function pendingItem(invitation: Invitation) {
  return {
    ...commonItem(invitation),
    user_id: null,
    invitation_id: invitation.id,
    state_in_account: 'pending',
    language_id: languageId(invitation.locale),
    unique_key: `invitation-${invitation.id}`,
  };
}

function commonItem({ first_name, last_name, email, role_type }: Member | Invitation) {
  return {
    first_name,
    last_name,
    display_name: `${first_name} ${last_name}`,
    email,
    avatar: null,
    role_type,
    is_correspondent: false,
    is_correspondent_billing: false,
    is_workspace_only: false,
    has_no_manager_access: role_type === 'normal',
    has_billing_access: null,
    is_sso: false,
    last_login_at: null,
    partnership_id: null,
  };
}

export function teamDocument(world: World, team: WorkTeam) {
  return {
    id: team.id,
    name: team.name,
    color_id: 1,
    owned_by_id: team.owned_by_id,
    created_by_id: team.created_by_id,
    created_at: seconds(team.created_at),
    updated_at: seconds(team.updated_at),
    is_sso: false,
    permissions: [],
    user_count: world.provider.members.filter((member) => member.team_ids.includes(team.id)).length,
  };
}

export function shortTeams(world: World, ids: readonly number[]) {
  return world.provider.teams
    .filter((team) => ids.includes(team.id))
    .map((team) => {
      const { id, name, color_id, created_at, updated_at, user_count } = teamDocument(world, team);
      return { id, name, color_id, created_at, updated_at, user_count };
    });
}
