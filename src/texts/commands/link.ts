import type { Locale } from '../../ports/provisioning.ts';

interface LinkTexts {
  summary: string;
  unknown: (email: string) => string;
  notYours: string;
  notPending: string;
  noAnswer: string;
  secret: (person: string, link: string) => string;
}

export const linkTexts: Readonly<Record<Locale, LinkTexts>> = {
  en_GB: {
    summary: 'Show the link of an invitation of yours, to hand it over',
    unknown: (email) => `${email} was not invited here.`,
    notYours: 'Only whoever invited this person may see the link.',
    notPending: 'There is a link only while an invitation is pending.',
    noAnswer: 'Infomaniak does not give the link at the moment. Please try again in a minute.',
    secret: (person, link) =>
      `🔑 The link for ${person}: ${link}\n\nWhoever has it can accept in their place: hand it over in private, and to nobody else.`,
  },
  fr_FR: {
    summary: 'Afficher le lien d’une de vos invitations, pour le remettre',
    unknown: (email) => `${email} n’a pas été invité ici.`,
    notYours: 'Seule la personne qui a invité peut voir le lien.',
    notPending: 'Il n’y a de lien que tant que l’invitation est en attente.',
    noAnswer: 'Infomaniak ne donne pas le lien pour l’instant. Réessayez dans une minute.',
    secret: (person, link) =>
      `🔑 Le lien pour ${person} : ${link}\n\nQuiconque l’a peut accepter à sa place : remettez-le en privé, et à personne d’autre.`,
  },
  de_DE: {
    summary: 'Den Link einer eigenen Einladung zeigen, um ihn zu übergeben',
    unknown: (email) => `${email} wurde hier nicht eingeladen.`,
    notYours: 'Nur wer die Person eingeladen hat, darf den Link sehen.',
    notPending: 'Einen Link gibt es nur, solange die Einladung aussteht.',
    noAnswer: 'Infomaniak gibt den Link gerade nicht her. Bitte in einer Minute noch einmal versuchen.',
    secret: (person, link) =>
      `🔑 Der Link für ${person}: ${link}\n\nWer ihn hat, kann an ihrer Stelle annehmen: nur im Vertrauen weitergeben, und an niemanden sonst.`,
  },
  it_IT: {
    summary: 'Mostrare il link di un proprio invito, per consegnarlo',
    unknown: (email) => `${email} non è stato invitato qui.`,
    notYours: 'Solo chi ha invitato la persona può vedere il link.',
    notPending: 'Il link c’è solo finché l’invito è in attesa.',
    noAnswer: 'Infomaniak al momento non dà il link. Riprova tra un minuto.',
    secret: (person, link) =>
      `🔑 Il link per ${person}: ${link}\n\nChi lo ha può accettare al suo posto: consegnalo in privato e a nessun altro.`,
  },
  es_ES: {
    summary: 'Mostrar el enlace de una invitación propia, para entregarlo',
    unknown: (email) => `${email} no ha sido invitado aquí.`,
    notYours: 'Solo quien invitó a la persona puede ver el enlace.',
    notPending: 'Solo hay enlace mientras la invitación está pendiente.',
    noAnswer: 'Infomaniak no da el enlace en este momento. Inténtalo de nuevo en un minuto.',
    secret: (person, link) =>
      `🔑 El enlace para ${person}: ${link}\n\nQuien lo tenga puede aceptar en su lugar: entrégalo en privado y a nadie más.`,
  },
};
