import { usersAnswer } from '../../kchat/answers.ts';
import { chatUser } from '../../kchat/chat-user.ts';
import { read } from '../../kchat/read.ts';
import type { ChatTeam, ChatUser } from '../../ports/chat.ts';
import { failure, ok, skipped, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** The most that kChat gives in one page; whether it shows addresses can be told from a few people. */
const pageSize = 200;

const howToSee =
  'Let the server show e-mail addresses (Mattermost: ShowEmailAddress), or give the bot’s account an administrator’s role.';

/** Whether the bot sees what newcomers are recognised by: their address, or Infomaniak's id of them. */
export async function checkAddresses(bot: Bot, team: ChatTeam): Promise<Diagnosis<ChatUser[]>> {
  const page = await read(usersAnswer, bot.client.getProfiles(0, pageSize, { in_team: team.id }));
  const people = page.map(chatUser).filter((user) => !user.isBot && !user.isDeactivated && user.id !== bot.user.id);
  if (people.length === 0) return skipped('Nobody else is in the team whose address the bot could see.', people);
  if (people.some(({ email }) => email !== '')) return ok('The bot sees e-mail addresses.', people);
  if (people.some(({ infomaniakUserId }) => infomaniakUserId !== undefined)) {
    return warning(
      'E-mail addresses are hidden from the bot; people are recognised by Infomaniak’s id.',
      howToSee,
      people,
    );
  }
  return failure('E-mail addresses are hidden from the bot, so nobody who arrives is recognised.', howToSee, people);
}
