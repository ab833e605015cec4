import { isRemoteError } from '../errors.ts';
import { nameOf } from './caller.ts';
import type { Dependencies } from './dependencies.ts';
import { firstInTime } from './first-within.ts';

/** People's names by their kChat id, as far as kChat tells them in time for a reply. */
export async function namesOf(
  deps: Pick<Dependencies, 'chat' | 'msLeft'>,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const looking = userIds.map(async (id) => {
    const user = await deps.chat.user(id);
    if (user) names.set(id, nameOf(user));
  });
  await firstInTime(deps, Promise.all(looking)).catch((error: unknown) => {
    if (!isRemoteError(error)) throw error;
  });
  return names;
}
