import { channelAnswer, teamMemberAnswer, userAnswer } from '../answers.ts';
import type { KchatClient } from '../client.ts';
import { lookUp, read } from '../read.ts';
import type { Bot } from './bot-token.ts';
import { orByHand } from './permission.ts';
import type { Notes } from './report.ts';

/** Adds the roles the bot lacks; takes none away, since an administrator may have given more on purpose. */
export async function ensureRoles(client: KchatClient, bot: Bot, wanted: string[], notes: Notes): Promise<void> {
  const { roles } = await read(userAnswer, client.getUser(bot.id));
  const missing = wanted.filter((role) => !roles.includes(role));
  if (missing.length === 0) {
    notes.unchanged.push(`@${bot.username} has the roles it needs.`);
    return;
  }
  const advice = `Give @${bot.username} the roles ${missing.join(', ')} in kChat under New > Integrations > Bot accounts.`;
  if (roles.length === 0) {
    // Nobody has no role at all: they are hidden from us, and writing a list would take away those we cannot see.
    notes.byHand.push(advice);
    return;
  }
  const isDone = await orByHand(advice, notes.byHand, () =>
    client.updateUserRoles(bot.id, [...roles, ...missing].join(' ')),
  );
  if (isDone) notes.done.push(`Gave @${bot.username} the roles ${missing.join(', ')}.`);
}

/** Puts the bot into the team. kChat does not publish a route for it (kChat: section 5), so a person may have to. */
export async function ensureTeamMember(client: KchatClient, bot: Bot, teamId: string, notes: Notes): Promise<void> {
  const member = await lookUp(() => read(teamMemberAnswer, client.getTeamMember(teamId, bot.id)));
  if (member?.delete_at === 0) {
    notes.unchanged.push(`@${bot.username} is in the team.`);
    return;
  }
  const advice = `Add @${bot.username} to the team: in kChat, invite it like a member.`;
  const isDone = await orByHand(advice, notes.byHand, () => client.addToTeam(teamId, bot.id));
  if (isDone) notes.done.push(`Added @${bot.username} to the team.`);
}

/** Puts the bot into a channel where it posts arrival notices. */
export async function ensureChannelMember(
  client: KchatClient,
  bot: Bot,
  teamId: string,
  name: string,
  notes: Notes,
): Promise<void> {
  const channel = await lookUp(() => read(channelAnswer, client.getChannelByName(teamId, name)));
  if (!channel) {
    notes.byHand.push(`There is no channel ~${name} here. Create it, or correct NOTICE_CHANNELS.`);
    return;
  }
  if (await lookUp(() => client.getChannelMember(channel.id, bot.id))) {
    notes.unchanged.push(`@${bot.username} is in ~${name}.`);
    return;
  }
  const advice = `Add @${bot.username} to the channel ~${name}: open it and choose Add members.`;
  const isDone = await orByHand(advice, notes.byHand, () => client.addPersonToChannel(channel.id, bot.id));
  if (isDone) notes.done.push(`Added @${bot.username} to ~${name}.`);
}
