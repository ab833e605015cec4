import type { ServeConfig } from '../../config.ts';
import { RemoteRefusal } from '../../errors.ts';
import type { ChatTeam } from '../../ports/chat.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** Whether the team exists and the bot is in it. */
export async function checkTeam({ KCHAT_TEAM: name }: ServeConfig, bot: Bot): Promise<Diagnosis<ChatTeam>> {
  const outside = failure<ChatTeam>(
    `The bot is not in the team ${name}.`,
    'Add it to the team ("npm run register" does), or correct KCHAT_TEAM.',
  );
  try {
    const team = await bot.chat.teamByName(name);
    if (!team) return failure(`kChat knows no team named ${name}.`, 'Correct KCHAT_TEAM.');
    const membership = await bot.chat.teamMembership(team.id, bot.user.id);
    return membership ? ok(`The bot is in the team ${name}.`, team) : outside;
  } catch (error) {
    // Mattermost refuses even the name to whoever is outside (observed).
    if (error instanceof RemoteRefusal && error.status === 403) return outside;
    throw error;
  }
}
