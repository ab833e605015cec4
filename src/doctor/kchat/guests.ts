import { z } from 'zod';
import { RemoteRefusal } from '../../errors.ts';
import { teamMemberAnswer, userAnswer } from '../../kchat/answers.ts';
import { offersGuests } from '../../kchat/guests.ts';
import { read } from '../../kchat/read.ts';
import type { ChatTeam } from '../../ports/chat.ts';
import { ok, skipped, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

const rolesAnswer = z.array(z.looseObject({ permissions: z.array(z.string()) })).describe('a list of roles');

/** Whether guests can be invited: kChat's web client asks for the same right before it offers that (kChat: section 6). */
export async function checkGuests({ client, user }: Bot, team: ChatTeam): Promise<Diagnosis> {
  if (!(await offersGuests(client))) return ok('This server has no guests; the command guest says so.');
  try {
    const { roles } = await read(userAnswer, client.getMe());
    const member = await read(teamMemberAnswer, client.getTeamMember(team.id, user.id));
    const held = await read(rolesAnswer, client.getRolesByNames([...roles, ...member.roles]));
    if (held.some(({ permissions }) => permissions.includes('invite_guest'))) return ok('The bot may invite guests.');
  } catch (error) {
    if (!(error instanceof RemoteRefusal)) throw error;
    return skipped(`Whether the bot may invite guests can’t be read here (${error.status}).`);
  }
  return warning(
    'The bot may not invite guests, so the command guest is refused.',
    'Nothing has to be done where no guests are wanted. To change it, give the bot’s account an administrator’s role.',
  );
}
