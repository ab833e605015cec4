import type { ChatUser } from '../ports/chat.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * The people to tell what concerns the program and not one invitation: those whom `KCHAT_ADMINS` names, else those who
 * administer kChat. Empty where the server tells nobody who that is.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function findAdministrators({
  chat,
  settings,
}: Pick<Dependencies, 'chat' | 'settings'>): Promise<ChatUser[]> {
  const named: (ChatUser | undefined)[] = [];
  for (const name of settings.extraAdministrators) {
    named.push((await chat.userByName(name)) ?? (await chat.user(name)));
  }
  const found = named.filter((user) => user !== undefined);
  const all = found.length > 0 ? found : await chat.administrators(settings.team.id);
  return all.filter(({ isBot, isDeactivated }) => !isBot && !isDeactivated);
}
