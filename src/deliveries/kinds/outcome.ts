import { RemoteRefusal } from '../../errors.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { describeOutcome } from '../../invitations/describe.ts';
import { isRequester } from '../../invitations/responsible.ts';
import type { Delivery } from '../../ports/delivery-store.ts';
import { localeOf } from '../../texts/locale.ts';
import { timeFormatter } from '../../texts/time.ts';
import type { JobKind } from '../job-kind.ts';
import { keptWords } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { requireInvitation } from '../require-invitation.ts';
import { patientRetry } from '../retry-rule.ts';

/** Mattermost: a `response_url` lives 30 minutes and takes five answers; kChat is expected to do the same. */
const responseUrlMs = 25 * 60_000;

/** Tells the inviter how provisioning ended: where they typed the command if possible, else by direct message. */
export function outcomeJob(deps: Dependencies): JobKind<'outcome'> {
  return {
    retry: patientRetry,
    async run(delivery) {
      const invitation = await requireInvitation(deps.store, delivery);
      const reader = delivery.payload.askedBy ?? invitation.inviterId;
      const inviter = await deps.chat.user(reader);
      const locale = localeOf(inviter?.locale, deps.settings.defaultLocale);
      const formatTime = timeFormatter(inviter?.timeZone, locale);
      const trigger = isRequester(invitation, reader) ? undefined : delivery.payload.trigger;
      const text = describeOutcome(invitation, { locale, formatTime, trigger });
      return { result: await tell(deps, delivery, reader, invitation.renewedAt ?? invitation.requestedAt, text) };
    },
  };
}

async function tell(
  { chat, clock, store }: Dependencies,
  delivery: Delivery<'outcome'>,
  reader: string,
  askedAt: number,
  text: string,
): Promise<string> {
  const { responseUrl, channelId } = delivery.payload;
  if (responseUrl !== undefined && clock.now() - askedAt < responseUrlMs) {
    if (await isDone(chat.replyLate(responseUrl, text))) return 'told by response_url';
  }
  // Without a channel nobody typed anything: an approval came later, from elsewhere.
  if (channelId !== '' && (await isDone(chat.postEphemeral(channelId, reader, text)))) return 'told by ephemeral post';
  const words = await keptWords(store, delivery, text);
  return postOnce(chat, delivery, await chat.directChannel(reader), words);
}

/** A refusal means: try the next way. Trouble on the way means: try this one again later. */
async function isDone(attempt: Promise<void>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof RemoteRefusal && error.status < 500 && error.status !== 429) return false;
    throw error;
  }
}
