import { mayHaveHappened, RemoteRefusal } from '../errors.ts';
import { dayMs } from '../ports/clock.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { remark } from '../ports/remark.ts';
import { classifyRefusal, type Refused } from './classify-refusal.ts';
import type { Dependencies } from './dependencies.ts';
import { findHere } from './find-here.ts';
import { lookForGuest } from './look-for-guest.ts';
import { recordUnconfirmed, setStep, waitForUnconfirmed } from './provisioning-steps.ts';
import { TryLater } from './try-later.ts';

/** kChat lets twenty mails out an hour and does not say when the next may go. */
const limitMs = 10 * 60_000;
/** Twenty an hour are thousands by then: what holds for longer is no limit of mails. */
const patienceMs = 7 * dayMs;

type GuestDependencies = Pick<Dependencies, 'store' | 'clock' | 'chat' | 'provisioning' | 'settings'>;

/**
 * Makes a guest's invitation true in kChat. kChat would invite a second time, so it is looked at first; called again
 * after any failure or crash, this finds what the earlier attempt has made.
 * @returns why it ended when it is finally refused; undefined when kChat waits for the guest.
 * @throws RemoteRefusal, RemoteSilence for what is worth another attempt.
 * @throws TryLater when it is too early to tell, or kChat has sent enough mails for now.
 */
export async function inviteGuest(deps: GuestDependencies, invitation: Invitation): Promise<Refused | undefined> {
  if (invitation.providerStep === 'created') return undefined;
  try {
    const found = await findExisting(deps, invitation);
    if ('reason' in found) return found;
    if (found.isInvited) await recordInvited(deps, invitation, found.expiresAt);
    else await send(deps, invitation);
    return undefined;
  } catch (error) {
    const refused = error instanceof RemoteRefusal ? classify(error) : undefined;
    if (refused) return refused;
    throw error;
  }
}

/** Whether kChat waits for this guest already; or why they are not to be invited. */
async function findExisting(
  deps: GuestDependencies,
  invitation: Invitation,
): Promise<Refused | { isInvited: boolean; expiresAt?: number | undefined }> {
  const { waiting, isLacking, problem } = await lookForGuest(deps, invitation);
  if (isLacking) return { reason: 'no_guests' };
  const [guest] = waiting;
  if (guest) return { isInvited: true, expiresAt: guest.expiresAt };
  // A guest without an address is hardly ever this one, and must not keep everybody else from being invited.
  const mayBeOurs = problem instanceof RemoteRefusal || invitation.providerStep === 'creating';
  if (problem && mayBeOurs) throw problem;

  const here = await findHere(deps, invitation.email);
  // With a creation of ours that nobody confirmed, whoever is here has come by it already.
  if (here?.isGuest && invitation.providerStep === 'creating') return { isInvited: true };
  if (here) return { reason: here.isGuest ? 'already_guest' : 'already_in_kchat' };
  const person = await deps.provisioning.findByEmail(invitation.email);
  if (person?.invitationId !== undefined) return { reason: 'invited_as_user' };
  waitForUnconfirmed(deps, invitation);
  return { isInvited: false };
}

async function send(deps: GuestDependencies, invitation: Invitation): Promise<void> {
  const { teamId, email, channels, note } = invitation;
  const creating = await setStep(deps, invitation, { providerStep: 'creating' });
  try {
    await deps.chat.inviteGuest({ teamId, email, channelIds: channels.map(({ id }) => id), message: note });
  } catch (error) {
    if (mayHaveHappened(error)) await recordUnconfirmed(deps, invitation);
    else await setStep(deps, creating, { providerStep: invitation.providerStep });
    if (isTooMany(error) && deps.clock.now() < (invitation.renewedAt ?? invitation.requestedAt) + patienceMs) {
      throw new TryLater('kChat has sent enough mails', error.retryAfterMs ?? limitMs, remark('guest_limit'));
    }
    throw error;
  }
  // The mail is out, whether or not kChat says until when it is good.
  const guest = await lookForGuest(deps, invitation).then(
    ({ waiting }) => waiting[0],
    () => undefined,
  );
  await recordInvited(deps, creating, guest?.expiresAt);
}

/** What was not asked for here was invited elsewhere. */
async function recordInvited(
  { store, clock }: GuestDependencies,
  invitation: Invitation,
  expiresAt: number | undefined,
): Promise<void> {
  const { teamId, id, providerStep } = invitation;
  await store.transaction(async (queries) => {
    await setStep({ store: queries, clock }, invitation, { expiresAt, providerStep: 'created' });
    const at = clock.now();
    const kind = providerStep === 'creating' ? 'created' : 'adopted';
    await queries.invitations.addEvent({ teamId, invitationId: id, kind, at, actor: 'provisioning' });
  });
}

function isTooMany(error: unknown): error is RemoteRefusal {
  return error instanceof RemoteRefusal && (error.status === 413 || error.status === 429);
}

/** @returns undefined when kChat may answer differently next time. */
function classify(refusal: RemoteRefusal): Refused | undefined {
  const { service, status, description, fields } = refusal;
  if (service === 'Infomaniak') return classifyRefusal(refusal);
  if (status === 501) return { reason: 'no_guests' };
  if (status === 403) return { reason: 'guest_not_allowed', detail: description };
  if ([401, 408, 425, 429].includes(status) || status >= 500) return undefined;
  const isAboutAddress = Object.keys(fields ?? {}).some((field) => field.startsWith('emails'));
  return { reason: isAboutAddress ? 'invalid_email' : 'guest_refused', detail: description };
}
