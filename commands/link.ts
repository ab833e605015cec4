import { addressAlone } from '../src/command-line/address-words.ts';
import type { CallerContext } from '../src/command-line/caller-context.ts';
import { defineCommand } from '../src/command-line/command.ts';
import { reply } from '../src/command-line/reply.ts';
import { isRemoteError, UserError } from '../src/errors.ts';
import { describePerson } from '../src/invitations/describe.ts';
import { firstInTime } from '../src/invitations/first-within.ts';
import { responsibleOf } from '../src/invitations/responsible.ts';
import { invitationCard } from '../src/invitations/invitation-card.ts';
import type { Invitation } from '../src/ports/invitation-store.ts';
import { linkTexts } from '../src/texts/commands/link.ts';
import { guestTexts } from '../src/texts/guests.ts';
import { code } from '../src/texts/plain.ts';

/** The link is a secret: read at Infomaniak when it is asked for, shown to its inviter alone, kept nowhere. */
export const link = defineCommand({
  verb: 'link',
  permission: 'administrator',
  texts: linkTexts,
  usage: 'link <email>',
  examples: ['link jane@acme.ch'],
  words: addressAlone('link jane@acme.ch'),
  async run(context, { email }) {
    const invitation = await context.store.invitations.latest(context.settings.team.id, email);
    if (!invitation) throw new UserError((locale) => linkTexts[locale].unknown(code(email)));
    return reply(await secretFor(context, invitation));
  },
  cardOf: 'invitation',
  actions: {
    show: {
      async run(context, id) {
        const { store, settings, caller, locale } = context;
        const invitation = await store.invitations.byId(settings.team.id, id);
        if (!invitation) throw new UserError(linkTexts[locale].notPending);
        const text = await secretFor(context, invitation);
        const { timeZone } = caller.user;
        // The link may be asked for again: the card gets buttons that work once more.
        return { text, card: invitationCard(context, invitation, { userId: caller.user.id, locale, timeZone }) };
      },
    },
  },
});

async function secretFor(context: CallerContext, invitation: Invitation): Promise<string> {
  const { store, clock, provisioning, caller, locale } = context;
  const texts = linkTexts[locale];
  if (responsibleOf(invitation) !== caller.user.id) throw new UserError(texts.notYours);
  const { kind, teamId, email, state, providerInvitationId: id } = invitation;
  if (kind === 'guest') throw new UserError(guestTexts[locale].noLink);
  if (state !== 'pending' || id === undefined) throw new UserError(texts.notPending);
  const found = await firstInTime(context, provisioning.acceptLink(id)).catch((error: unknown) => {
    if (!isRemoteError(error)) throw error;
    throw new UserError(texts.noAnswer);
  });
  if (found === undefined) throw new UserError(texts.notPending);
  await store.audit.add({ teamId, at: clock.now(), actor: caller.user.id, verb: 'link', email });
  return texts.secret(describePerson(invitation), code(found));
}
