import type { Person, Team } from '../documents.ts';

/** Mattermost, observed: an account has no second id, and says of bots alone whether they are one. */
export function mattermostAccount(person: Person) {
  return {
    id: person.id,
    create_at: person.create_at,
    update_at: person.update_at,
    delete_at: person.delete_at,
    username: person.username,
    auth_data: '',
    auth_service: '',
    email: person.email,
    nickname: person.nickname,
    first_name: person.first_name,
    last_name: person.last_name,
    position: person.position,
    roles: person.roles,
    locale: person.locale,
    timezone: person.timezone,
    ...(person.is_bot && { is_bot: true, bot_description: person.bot_description }),
    disable_welcome_email: false,
  };
}

/** Mattermost, observed: nothing of Infomaniak's in a team. */
export function mattermostTeam(team: Team) {
  return {
    id: team.id,
    create_at: team.create_at,
    update_at: team.update_at,
    delete_at: team.delete_at,
    display_name: team.display_name,
    name: team.name,
    description: team.description,
    email: team.email,
    type: team.type,
    company_name: '',
    allowed_domains: '',
    invite_id: '',
    allow_open_invite: team.allow_open_invite,
    scheme_id: null,
    group_constrained: null,
    policy_id: null,
  };
}
