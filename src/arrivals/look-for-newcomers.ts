import type { Dependencies } from '../invitations/dependencies.ts';
import { isPlainMember } from './is-plain-member.ts';
import { oweMeeting } from './owe-looks.ts';

/**
 * After a gap in realtime nobody knows who came meanwhile: every plain member whom nobody has greeted is met singly.
 * Before the first poll has remembered who was there already, there is nothing to compare with; that poll looks anyway.
 * @returns how many are to be met.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function lookForNewcomers(deps: Dependencies): Promise<number> {
  const { store, chat, settings } = deps;
  if (!(await store.people.isPrimed(settings.team.id))) return 0;
  const present = (await chat.roster(settings.team.id)).filter(isPlainMember);
  const ids = present.map(({ id }) => id);
  const newcomers = await store.people.unknownOf(settings.team.id, ids);
  for (const userId of newcomers) await oweMeeting(deps, userId);
  return newcomers.length;
}
