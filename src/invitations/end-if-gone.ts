import type { Invitation } from '../ports/invitation-store.ts';
import { remark } from '../ports/remark.ts';
import type { Dependencies } from './dependencies.ts';
import { isAdopted } from './describe.ts';
import { findHere } from './find-here.ts';
import { oweCard } from './owe-card.ts';
import { oweNews } from './owe-import-news.ts';
import { oweInviterMessage } from './owe-inviter-message.ts';
import { replyGraceMs } from './settle-provisioning.ts';

type GoneDependencies = Pick<Dependencies, 'store' | 'clock' | 'provisioning' | 'chat' | 'settings'>;

/**
 * Ends an accepted invitation whose person was removed before they were ever seen in kChat: neither Infomaniak nor kChat
 * has them any more. Of somebody who was free to register with another address, nothing follows from not finding this one.
 * @param actor who asked for the look.
 * @returns whether it has ended now.
 * @throws RemoteRefusal, RemoteSilence when one of the services does not answer.
 */
export async function endIfGone(deps: GoneDependencies, invitation: Invitation, actor: string): Promise<boolean> {
  if (invitation.state !== 'accepted' || (await isThere(deps, invitation))) return false;
  const { teamId, id } = invitation;
  return deps.store.transaction(async (queries) => {
    const at = deps.clock.now();
    const ended = await queries.invitations.transition(teamId, id, ['accepted'], 'revoked');
    if (!ended) return false;
    const event = { teamId, invitationId: id, kind: 'revoked', at, actor } as const;
    await queries.invitations.addEvent({ ...event, detail: remark('gone') });
    await oweCard(queries, ended, at);
    if (actor === 'arrivals') await oweNews(queries, ended, 'gone', at);
    else await oweInviterMessage(queries, ended, 'gone', at + replyGraceMs);
    return true;
  });
}

async function isThere(deps: GoneDependencies, invitation: Invitation): Promise<boolean> {
  const { kind, email, strict, providerUserId } = invitation;
  if (kind === 'member') {
    const hasThisAddress = providerUserId !== undefined || (strict && !isAdopted(invitation));
    if (!hasThisAddress) return true;
    if ((await deps.provisioning.findByEmail(email))?.userId !== undefined) return true;
  }
  return (await findHere(deps, email)) !== undefined;
}
