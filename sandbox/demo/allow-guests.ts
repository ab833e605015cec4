import type { Sandbox } from '../start.ts';

/** What an operator does who wants guests: the bot that was just registered gets an administrator's role in the team. */
export async function allowGuests({ kchatUrl, teamId, tokens, world }: Sandbox): Promise<void> {
  const bot = [...world.kchat.bots.values()].at(-1);
  if (!bot || !world.kchat.flavor.hasGuests) return;
  await fetch(`${kchatUrl}/api/v4/teams/${teamId}/members/${bot.user_id}/roles`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ roles: 'team_user team_admin' }),
  });
}
