import type { Dependencies } from '../../invitations/dependencies.ts';
import { describePerson } from '../../invitations/describe.ts';
import { mayHoldSeat } from '../../invitations/free-expired.ts';
import { inviteCommand } from '../../invitations/invite-command.ts';
import { renewalCard } from '../../invitations/invitation-card.ts';
import { responsibleOf } from '../../invitations/responsible.ts';
import { tellAdministrator, tellRequester } from '../../invitations/unseen-request.ts';
import { joinedChannels } from '../../invitations/joined-channels.ts';
import { tellOfRevocation } from '../../invitations/tell-of-revocation.ts';
import type { Card } from '../../ports/card.ts';
import type { DeliveryPayloads } from '../../ports/delivery-store.ts';
import type { Invitation } from '../../ports/invitation-store.ts';
import { revokeTexts } from '../../texts/commands/revoke.ts';
import { localeOf } from '../../texts/locale.ts';
import { invitationTexts } from '../../texts/invitations.ts';
import { code } from '../../texts/plain.ts';
import { sayRemarks } from '../../texts/remarks.ts';
import { textsFor } from '../../texts/texts-for.ts';
import { timeFormatter } from '../../texts/time.ts';
import type { JobKind } from '../job-kind.ts';
import { keptWords } from '../kept-message.ts';
import { postCardOnce, postOnce } from '../post-once.ts';
import { requireInvitation } from '../require-invitation.ts';
import { patientRetry } from '../retry-rule.ts';

/** A direct message to the inviter, in their own language, about what became of an invitation. */
export function inviterMessageJob(deps: Dependencies): JobKind<'inviter_message'> {
  const { chat, clock, store } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const invitation = await requireInvitation(store, delivery);
      const { message: kind, expiresAt, readerId } = delivery.payload;
      const isNeedless = invitation.state !== 'pending' || invitation.expiresAt !== expiresAt;
      const isAnswered = kind === 'request_not_shown' && invitation.state !== 'awaiting_approval';
      if (isAnswered) return { result: 'needless: it was answered' };
      if (kind === 'reminder' && isNeedless) return { result: 'needless: it no longer ends then' };

      const card = await compose(deps, delivery.payload, invitation);
      const channelId = await chat.directChannel(readerOf(delivery.payload, invitation));
      // Which channels somebody has joined, for example, may change until the next attempt: the first words count.
      const text = await keptWords(store, delivery, card.text);
      const postId =
        card.buttons.length > 0
          ? await postCardOnce(chat, delivery, channelId, { ...card, text })
          : await postOnce(chat, delivery, channelId, text);
      const { teamId, id: invitationId } = invitation;
      // What others than the inviter are told is not on the timeline.
      if (readerId !== undefined) return { result: postId };
      const event = { teamId, invitationId, kind: 'inviter_told', at: clock.now(), actor: 'deliveries' } as const;
      return { result: postId, record: ({ invitations }) => invitations.addEvent({ ...event, detail: kind }) };
    },
  };
}

async function compose(
  deps: Dependencies,
  payload: DeliveryPayloads['inviter_message'],
  invitation: Invitation,
): Promise<Card> {
  const { chat, settings } = deps;
  const userId = readerOf(payload, invitation);
  const inviter = await chat.user(userId);
  const locale = localeOf(inviter?.locale, settings.defaultLocale);
  const reader = { userId, locale, timeZone: inviter?.timeZone };
  const texts = textsFor(locale);
  // Who has asked as well knows the address; by which name somebody else knows the person is not theirs.
  const person = payload.readerId === undefined ? describePerson(invitation) : code(invitation.email);
  const again = { command: inviteCommand(invitation, settings) };
  const plainly = (text: string): Card => ({ text, buttons: [] });
  switch (payload.message) {
    case 'reminder': {
      const until = timeFormatter(reader.timeZone, locale)(invitation.expiresAt ?? 0);
      return renewalCard(deps, invitation, reader, texts.reminder(person, { until }));
    }
    case 'expired':
      return renewalCard(
        deps,
        invitation,
        reader,
        [
          texts.expired(person, again),
          mayHoldSeat(invitation) && texts.keepsSeat(code(`/${settings.trigger} revoke ${invitation.email}`)),
        ]
          .filter(Boolean)
          .join('\n'),
      );
    case 'arrived': {
      const { joined, missing } = await joinedChannels(deps, invitation);
      return plainly(texts.arrived(person, { channels: joined, missing }));
    }
    case 'request_unheard':
      return plainly(
        await tellRequester(deps, invitation, { locale, reason: sayRemarks(payload.reason ?? '', locale) }),
      );
    case 'request_not_shown':
      return plainly(tellAdministrator(deps, invitation, { locale, reason: sayRemarks(payload.reason ?? '', locale) }));
    case 'approved':
      return plainly(texts.approved(person));
    case 'denied': {
      const { failureDetail } = invitation;
      const reason = failureDetail === undefined ? undefined : sayRemarks(failureDetail, locale);
      return plainly(texts.denied(person, { reason }));
    }
    case 'rejected':
      return plainly(texts.rejected(person, again));
    case 'revoked':
      return plainly(await tellOfRevocation(deps, invitation, { locale, ...again }));
    case 'gone':
      return plainly(revokeTexts[locale].isGone(person, again));
    case 'accepted_late':
      return plainly(texts.acceptedLate(person, { state: invitationTexts[locale].states[invitation.state] }));
    case 'delivery_failed':
      return plainly(
        texts.deliveryFailed(person, {
          what: sayRemarks(payload.what ?? '', locale),
          reason: sayRemarks(payload.reason ?? '', locale),
        }),
      );
  }
}

/** What asks for a decision goes to whoever may decide. */
function readerOf({ message, readerId }: DeliveryPayloads['inviter_message'], invitation: Invitation): string {
  if (readerId !== undefined) return readerId;
  return message === 'reminder' || message === 'expired' ? responsibleOf(invitation) : invitation.inviterId;
}
