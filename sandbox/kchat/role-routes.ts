import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { Person } from './documents.ts';
import { route } from './kchat-route.ts';

const member = ['create_direct_channel', 'join_public_channels', 'view_team', 'list_users_without_team'];
const teamAdmin = ['manage_team', 'add_user_to_team', 'invite_guest', 'manage_slash_commands', 'manage_team_roles'];

const permissions: Readonly<Record<string, string[]>> = {
  system_user: member,
  system_guest: ['create_direct_channel'],
  system_admin: [...member, ...teamAdmin, 'manage_system', 'manage_bots', 'create_post_ephemeral', 'edit_other_users'],
  team_user: ['list_team_channels', 'join_public_channels', 'read_public_channel', 'view_team'],
  team_guest: ['view_team'],
  team_admin: teamAdmin,
  channel_user: ['read_channel', 'create_post', 'manage_public_channel_members', 'manage_private_channel_members'],
  channel_guest: ['read_channel', 'create_post'],
  channel_admin: ['manage_channel_roles'],
};

/** kChat: role documents are asked for by POST; reference/kchat.md section 5. */
export function roleRoutes(): Route<Person>[] {
  return [
    route({
      method: 'post',
      path: '/roles/names',
      body: z.array(z.string()).min(1),
      answer: ({ body }) => json(body.flatMap((name) => roleDocument(name) ?? [])),
    }),
  ];
}

function roleDocument(name: string) {
  const held = permissions[name];
  return held && { id: name, name, display_name: name, description: '', permissions: held, scheme_managed: true };
}
