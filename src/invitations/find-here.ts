import type { ChatUser } from '../ports/chat.ts';
import type { Dependencies } from './dependencies.ts';

/** The person with this address, when they are in the team; not a bot and no closed account. */
export async function findHere(
  { chat, settings }: Pick<Dependencies, 'chat' | 'settings'>,
  email: string,
): Promise<ChatUser | undefined> {
  const user = await chat.userByEmail(email);
  if (!user || user.isBot || user.isDeactivated) return undefined;
  return (await chat.teamMembership(settings.team.id, user.id)) ? user : undefined;
}
