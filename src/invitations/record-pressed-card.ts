import type { Dependencies } from './dependencies.ts';

/** What a card shows, by its id; its buttons are about the same. */
export type CardSubject = 'invitation' | 'request' | 'import';

/**
 * A card whose button is pressed was posted, be it that kChat's answer to the post was lost. The press changes its words,
 * by which the next attempt would have looked for it.
 */
export async function recordPressedCard(
  { store, settings }: Pick<Dependencies, 'store' | 'settings'>,
  subject: CardSubject,
  id: string,
  postId: string,
): Promise<void> {
  const teamId = settings.team.id;
  if (subject === 'import') {
    const run = await store.imports.byId(teamId, id);
    if (run && run.postId === undefined) await store.imports.recordPost(teamId, id, postId);
    return;
  }
  const place = subject === 'request' ? 'approvalPostId' : 'cardPostId';
  const invitation = await store.invitations.byId(teamId, id);
  if (invitation && invitation[place] === undefined) await store.invitations.update(teamId, id, { [place]: postId });
}
