import { randomUUID } from 'node:crypto';
import type { Invitation, Locale } from '../infomaniak/state.ts';
import type { World } from '../world.ts';

/** Puts the invitation's mail into the mailbox, in the language of the invitation. */
export function sendInvitationMail(world: World, invitation: Invitation, acceptUrl: string): void {
  const organization = world.provider.accountName;
  const until = new Intl.DateTimeFormat(invitation.locale.replace('_', '-'), { dateStyle: 'long' });
  const { subject, text } = texts[invitation.locale]({
    organization,
    name: `${invitation.first_name} ${invitation.last_name}`,
    until: until.format(invitation.expired_at),
  });
  world.mails.push({
    id: randomUUID(),
    to: invitation.email,
    subject,
    text: `${text}\n\n${acceptUrl}\n\nInfomaniak`,
    acceptUrl,
    at: world.now(),
  });
}

interface Facts {
  organization: string;
  name: string;
  until: string;
}

const texts: Record<Locale, (facts: Facts) => { subject: string; text: string }> = {
  fr_FR: ({ organization, name, until }) => ({
    subject: `Vous êtes invité·e à rejoindre ${organization}`,
    text: `Bonjour ${name},\n\n${organization} vous invite à rejoindre son organisation chez Infomaniak. Pour accepter, créez votre compte ou connectez-vous avant le ${until} :`,
  }),
  de_DE: ({ organization, name, until }) => ({
    subject: `Einladung zu ${organization}`,
    text: `Guten Tag ${name}\n\n${organization} lädt Sie in die eigene Organisation bei Infomaniak ein. Zum Annehmen erstellen Sie bis ${until} Ihr Konto oder melden sich an:`,
  }),
  it_IT: ({ organization, name, until }) => ({
    subject: `Invito a unirsi a ${organization}`,
    text: `Buongiorno ${name},\n\n${organization} la invita nella propria organizzazione presso Infomaniak. Per accettare, crei il suo account o acceda entro il ${until}:`,
  }),
  es_ES: ({ organization, name, until }) => ({
    subject: `Invitación para unirse a ${organization}`,
    text: `Hola, ${name}:\n\n${organization} le invita a su organización en Infomaniak. Para aceptar, cree su cuenta o inicie sesión antes del ${until}:`,
  }),
  en_GB: ({ organization, name, until }) => ({
    subject: `Invitation to join ${organization}`,
    text: `Hello ${name},\n\n${organization} invites you to join its organisation at Infomaniak. To accept, create your account or sign in before ${until}:`,
  }),
};
