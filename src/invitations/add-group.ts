import { isOutOfReach } from '../errors.ts';
import type { ChatUser } from '../ports/chat.ts';
import type { WorkTeamMember } from '../ports/provisioning.ts';
import type { Dependencies } from './dependencies.ts';

export interface GroupResult {
  added: number;
  /** Names of those whom kChat does not have in the team. */
  notInKchat: string[];
  /** Names of those whom kChat refused to add. */
  refused: string[];
}

/**
 * Adds everybody of a work team to a channel. Being in it already counts as added, so it can be repeated.
 * @param add puts one person into the channel.
 * @returns undefined when there is no such work team.
 * @throws RemoteRefusal, RemoteSilence when one of the services does not answer.
 */
export async function addGroup(
  { provisioning, chat, settings }: Pick<Dependencies, 'provisioning' | 'chat' | 'settings'>,
  workTeam: string,
  add: (userId: string) => Promise<void>,
): Promise<GroupResult | undefined> {
  const team = await provisioning.workTeamByName(workTeam);
  if (!team) return undefined;
  const members = await provisioning.workTeamMembers(team.id);
  const roster = (await chat.roster(settings.team.id)).filter(({ isBot, isDeactivated }) => !isBot && !isDeactivated);
  const result: GroupResult = { added: 0, notInKchat: [], refused: [] };
  for (const member of members) {
    const user = roster.find((one) => isMember(one, member));
    if (!user) result.notInKchat.push(member.name);
    else if (await isAdded(add, user.id)) result.added += 1;
    else result.refused.push(member.name);
  }
  return result;
}

/** By Infomaniak's id where kChat shows it, else by the address. */
function isMember(user: ChatUser, member: WorkTeamMember): boolean {
  if (user.infomaniakUserId !== undefined) return user.infomaniakUserId === member.userId;
  return user.email !== '' && user.email.toLowerCase() === member.email.toLowerCase();
}

async function isAdded(add: (userId: string) => Promise<void>, userId: string): Promise<boolean> {
  try {
    await add(userId);
    return true;
  } catch (error) {
    if (isOutOfReach(error)) return false;
    throw error;
  }
}
