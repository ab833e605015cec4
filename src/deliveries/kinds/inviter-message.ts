import type { Dependencies } from '../../invitations/dependencies.ts';
import { describePerson } from '../../invitations/describe.ts';
import { joinedChannels } from '../../invitations/joined-channels.ts';
import type { DeliveryPayloads } from '../../ports/delivery-store.ts';
import type { Invitation } from '../../ports/invitation-store.ts';
import { parseLocale } from '../../texts/locale.ts';
import { invitationTexts } from '../../texts/invitations.ts';
import { sayRemarks } from '../../texts/remarks.ts';
import { code } from '../../texts/plain.ts';
import { textsFor } from '../../texts/texts-for.ts';
import type { JobKind } from '../job-kind.ts';
import { postOnce } from '../post-once.ts';
import { requireInvitation } from '../require-invitation.ts';
import { patientRetry } from '../retry-rule.ts';

/** A direct message to the inviter, in their own language, about what became of an invitation. */
export function inviterMessageJob(deps: Dependencies): JobKind<'inviter_message'> {
  const { chat, clock, settings, store } = deps;

  async function compose(payload: DeliveryPayloads['inviter_message'], invitation: Invitation): Promise<string> {
    const inviter = await chat.user(invitation.inviterId);
    const locale = parseLocale(inviter?.locale ?? '') ?? settings.defaultLocale;
    const texts = textsFor(locale);
    const person = describePerson(invitation);
    const { email, firstName, lastName } = invitation;
    const again = { command: code(`/${settings.trigger} ${email} ${firstName} ${lastName}`) };
    switch (payload.message) {
      case 'arrived': {
        const { joined, missing } = await joinedChannels(deps, invitation);
        return texts.arrived(person, { channels: joined, missing });
      }
      case 'expired':
        return texts.expired(person, again);
      case 'rejected':
        return texts.rejected(person, again);
      case 'revoked':
        return texts.revoked(person, again);
      case 'accepted_late':
        return texts.acceptedLate(person, { state: invitationTexts[locale].states[invitation.state] });
      case 'delivery_failed':
        return texts.deliveryFailed(person, {
          what: sayRemarks(payload.what ?? '', locale),
          reason: sayRemarks(payload.reason ?? '', locale),
        });
    }
  }

  return {
    retry: patientRetry,
    async run(delivery) {
      const invitation = await requireInvitation(store, delivery);
      const message = await compose(delivery.payload, invitation);
      const postId = await postOnce(chat, delivery, await chat.directChannel(invitation.inviterId), message);
      const { teamId, id: invitationId } = invitation;
      const event = { teamId, invitationId, kind: 'inviter_told', at: clock.now(), actor: 'deliveries' } as const;
      return {
        result: postId,
        record: ({ invitations }) => invitations.addEvent({ ...event, detail: delivery.payload.message }),
      };
    },
  };
}
