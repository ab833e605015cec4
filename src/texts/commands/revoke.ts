import type { Locale } from '../../ports/provisioning.ts';

interface RevokeTexts {
  summary: string;
  unknown: (email: string) => string;
  hasAccepted: string;
  hasEnded: string;
  isUnderWay: string;
  /** A request that nobody has approved. */
  denied: (person: string) => string;
  revoked: (person: string) => string;
  acceptedMeanwhile: (person: string) => string;
  underWay: (person: string) => string;
}

export const revokeTexts: Readonly<Record<Locale, RevokeTexts>> = {
  en_GB: {
    summary: 'Take an invitation back and free its seat',
    unknown: (email) => `${email} was not invited here.`,
    hasAccepted: 'They have accepted already. To remove them, use the Manager.',
    hasEnded: 'This invitation has ended already.',
    isUnderWay: 'This invitation is still being made. Please try again in a minute.',
    denied: (person) => `✋ The request to invite ${person} is denied. Whoever asked is told.`,
    revoked: (person) =>
      `🚫 The invitation of ${person} is revoked: its link no longer works, and its kSuite seat is free.`,
    acceptedMeanwhile: (person) => `✅ ${person} has accepted in the meantime. To remove them, use the Manager.`,
    underWay: (person) => `⏳ I am revoking the invitation of ${person}. I keep trying until Infomaniak confirms it.`,
  },
  fr_FR: {
    summary: 'Reprendre une invitation et libérer sa place',
    unknown: (email) => `${email} n’a pas été invité ici.`,
    hasAccepted: 'L’invitation est déjà acceptée. Pour retirer la personne, passez par le Manager.',
    hasEnded: 'Cette invitation est déjà terminée.',
    isUnderWay: 'Cette invitation est encore en préparation. Réessayez dans une minute.',
    denied: (person) => `✋ La demande d’inviter ${person} est refusée. La personne qui a demandé en est informée.`,
    revoked: (person) =>
      `🚫 L’invitation de ${person} est révoquée : son lien ne fonctionne plus et sa place kSuite est libre.`,
    acceptedMeanwhile: (person) =>
      `✅ ${person} a accepté entre-temps. Pour retirer la personne, passez par le Manager.`,
    underWay: (person) => `⏳ Je révoque l’invitation de ${person}. Je continue jusqu’à la confirmation d’Infomaniak.`,
  },
  de_DE: {
    summary: 'Eine Einladung zurücknehmen, ihr Platz wird frei',
    unknown: (email) => `${email} wurde hier nicht eingeladen.`,
    hasAccepted: 'Die Einladung ist schon angenommen. Entfernen lässt sich die Person im Manager.',
    hasEnded: 'Diese Einladung ist schon zu Ende.',
    isUnderWay: 'Diese Einladung ist noch in Arbeit. Bitte in einer Minute noch einmal versuchen.',
    denied: (person) => `✋ Die Anfrage, ${person} einzuladen, ist abgelehnt. Wer gefragt hat, erfährt es.`,
    revoked: (person) =>
      `🚫 Die Einladung von ${person} ist widerrufen: Ihr Link gilt nicht mehr, ihr kSuite-Platz ist frei.`,
    acceptedMeanwhile: (person) =>
      `✅ ${person} hat inzwischen angenommen. Entfernen lässt sich die Person im Manager.`,
    underWay: (person) => `⏳ Ich widerrufe die Einladung von ${person} und bleibe dran, bis Infomaniak es bestätigt.`,
  },
  it_IT: {
    summary: 'Ritirare un invito e liberarne il posto',
    unknown: (email) => `${email} non è stato invitato qui.`,
    hasAccepted: 'L’invito è già stato accettato. Per togliere la persona usa il Manager.',
    hasEnded: 'Questo invito è già terminato.',
    isUnderWay: 'Questo invito è ancora in preparazione. Riprova tra un minuto.',
    denied: (person) => `✋ La richiesta di invitare ${person} è rifiutata. Chi l’ha fatta viene avvisato.`,
    revoked: (person) =>
      `🚫 L’invito di ${person} è revocato: il suo link non funziona più e il suo posto kSuite è libero.`,
    acceptedMeanwhile: (person) => `✅ Nel frattempo ${person} ha accettato. Per togliere la persona usa il Manager.`,
    underWay: (person) => `⏳ Sto revocando l’invito di ${person}. Continuo finché Infomaniak non conferma.`,
  },
  es_ES: {
    summary: 'Retirar una invitación y liberar su plaza',
    unknown: (email) => `${email} no ha sido invitado aquí.`,
    hasAccepted: 'Ya ha aceptado. Para quitar a la persona, usa el Manager.',
    hasEnded: 'Esta invitación ya ha terminado.',
    isUnderWay: 'Esta invitación todavía se está preparando. Inténtalo de nuevo en un minuto.',
    denied: (person) => `✋ La petición de invitar a ${person} está denegada. Se avisa a quien la hizo.`,
    revoked: (person) =>
      `🚫 La invitación de ${person} está revocada: su enlace ya no funciona y su plaza de kSuite está libre.`,
    acceptedMeanwhile: (person) => `✅ ${person} ha aceptado entretanto. Para quitar a la persona, usa el Manager.`,
    underWay: (person) => `⏳ Estoy revocando la invitación de ${person}. Sigo hasta que Infomaniak lo confirme.`,
  },
};
