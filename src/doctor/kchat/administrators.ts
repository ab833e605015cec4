import type { ServeConfig } from '../../config.ts';
import type { ChatTeam, ChatUser } from '../../ports/chat.ts';
import { failure, ok, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** Enough to tell whether roles are shown. */
const askedAbout = 5;

const howToSee = 'Give the bot’s account an administrator’s role, or name those who may invite in KCHAT_ADMINS.';

/** Whether the bot recognises a kChat administrator, as it must before it lets anybody invite. */
export async function checkAdministrators(
  { KCHAT_ADMINS: named }: ServeConfig,
  bot: Bot,
  team: ChatTeam,
  people: ChatUser[],
): Promise<Diagnosis> {
  const candidates = await bot.chat.administrators(team.id);
  if ([...people, ...candidates].some(({ isSystemAdmin }) => isSystemAdmin)) {
    return ok('The bot sees who administers kChat.');
  }
  const memberships = await Promise.all(
    candidates.slice(0, askedAbout).map(({ id }) => bot.chat.teamMembership(team.id, id)),
  );
  if (memberships.some((membership) => membership?.isTeamAdmin)) return ok('The bot sees who administers the team.');
  if (named.length === 0) return failure('The bot sees no administrator, so nobody may invite.', howToSee);
  return warning(`The bot sees no administrator; only the ${named.length} of KCHAT_ADMINS may invite.`, howToSee);
}
