import type { Dependencies } from '../invitations/dependencies.ts';
import type { Hint } from '../ports/realtime.ts';
import { oweFile, oweMeeting, oweRosterLook } from './owe-looks.ts';

export interface HintHooks {
  /** Somebody's rights changed: what is remembered about them is no longer true. */
  onRights: (userId: string) => void;
  onOwed: () => void;
  onError: (error: unknown) => void;
}

/**
 * What a hint leads to: a look that is owed like any other delivery, so that it survives a crash and is not repeated.
 * Hints about people who are known already are dropped; a busy team tells something about them all the time.
 */
export function createHintTaker(
  deps: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  { onRights, onOwed, onError }: HintHooks,
): (hint: Hint) => void {
  return (hint) => {
    if (hint.about === 'rights') onRights(hint.userId);
    else oweLook(deps, hint).then(onOwed, onError);
  };
}

async function oweLook(
  deps: Pick<Dependencies, 'store' | 'clock' | 'settings'>,
  hint: Exclude<Hint, { about: 'rights' }>,
): Promise<void> {
  if (hint.about === 'everybody') return oweRosterLook(deps);
  if (hint.about === 'file') return oweFile(deps, hint);
  const [unknown] = await deps.store.people.unknownOf(deps.settings.team.id, [hint.userId]);
  if (unknown !== undefined) await oweMeeting(deps, unknown);
}
