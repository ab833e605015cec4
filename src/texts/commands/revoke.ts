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
  /** They had accepted, and were removed before they came. */
  isGone: (person: string, facts: { command: string }) => string;
  acceptedMeanwhile: (person: string) => string;
  underWay: (person: string) => string;
}

export const revokeTexts: Readonly<Record<Locale, RevokeTexts>> = {
  en_GB: {
    summary: 'Take an invitation back and free its seat',
    unknown: (email) => `${email} was not invited here.`,
    hasAccepted:
      'They have accepted already. To remove them, use the Manager; `revoke` then ends the invitation here, too.',
    hasEnded: 'This invitation has ended already.',
    isUnderWay:
      'This invitation is still being made: I keep trying until it is answered, and the inviter is told how it ended. It can be revoked from then on; `status` shows how far it is.',
    denied: (person) => `✋ The request to invite ${person} is denied. Whoever asked is told.`,
    revoked: (person) =>
      `🚫 The invitation of ${person} is revoked: its link no longer works, and its kSuite seat is free.`,
    isGone: (person, { command }) =>
      `🚫 ${person} had accepted and was removed before they were seen in kChat. The invitation is over here, too. To invite again: ${command}`,
    acceptedMeanwhile: (person) => `✅ ${person} has accepted in the meantime. To remove them, use the Manager.`,
    underWay: (person) => `⏳ I am revoking the invitation of ${person}. I keep trying until Infomaniak confirms it.`,
  },
  fr_FR: {
    summary: 'Reprendre une invitation et libérer sa place',
    unknown: (email) => `${email} n’a pas été invité ici.`,
    hasAccepted:
      'L’invitation est déjà acceptée. Pour retirer la personne, passez par le Manager ; `revoke` termine ensuite l’invitation ici aussi.',
    hasEnded: 'Cette invitation est déjà terminée.',
    isUnderWay:
      'Cette invitation est encore en préparation : j’essaie jusqu’à obtenir une réponse, et la personne qui invite apprend comment cela s’est terminé. Elle peut être révoquée ensuite ; `status` montre où elle en est.',
    denied: (person) => `✋ La demande d’inviter ${person} est refusée. La personne qui a demandé en est informée.`,
    revoked: (person) =>
      `🚫 L’invitation de ${person} est révoquée : son lien ne fonctionne plus et sa place kSuite est libre.`,
    isGone: (person, { command }) =>
      `🚫 ${person} avait accepté et a été retiré·e avant d’être vu·e dans kChat. L’invitation est terminée ici aussi. Pour inviter à nouveau : ${command}`,
    acceptedMeanwhile: (person) =>
      `✅ ${person} a accepté entre-temps. Pour retirer la personne, passez par le Manager.`,
    underWay: (person) => `⏳ Je révoque l’invitation de ${person}. Je continue jusqu’à la confirmation d’Infomaniak.`,
  },
  de_DE: {
    summary: 'Eine Einladung zurücknehmen, ihr Platz wird frei',
    unknown: (email) => `${email} wurde hier nicht eingeladen.`,
    hasAccepted:
      'Die Einladung ist schon angenommen. Entfernen lässt sich die Person im Manager; danach beendet `revoke` die Einladung auch hier.',
    hasEnded: 'Diese Einladung ist schon zu Ende.',
    isUnderWay:
      'Diese Einladung ist noch in Arbeit: Ich versuche es, bis eine Antwort kommt, und wer eingeladen hat, erfährt, wie es ausging. Danach lässt sie sich widerrufen; `status` zeigt, wie weit sie ist.',
    denied: (person) => `✋ Die Anfrage, ${person} einzuladen, ist abgelehnt. Wer gefragt hat, erfährt es.`,
    revoked: (person) =>
      `🚫 Die Einladung von ${person} ist widerrufen: Ihr Link gilt nicht mehr, ihr kSuite-Platz ist frei.`,
    isGone: (person, { command }) =>
      `🚫 ${person} hatte angenommen und wurde entfernt, ohne je in kChat zu sehen gewesen zu sein. Die Einladung ist auch hier zu Ende. Erneut einladen: ${command}`,
    acceptedMeanwhile: (person) =>
      `✅ ${person} hat inzwischen angenommen. Entfernen lässt sich die Person im Manager.`,
    underWay: (person) => `⏳ Ich widerrufe die Einladung von ${person} und bleibe dran, bis Infomaniak es bestätigt.`,
  },
  it_IT: {
    summary: 'Ritirare un invito e liberarne il posto',
    unknown: (email) => `${email} non è stato invitato qui.`,
    hasAccepted:
      'L’invito è già stato accettato. Per togliere la persona usa il Manager; `revoke` poi termina l’invito anche qui.',
    hasEnded: 'Questo invito è già terminato.',
    isUnderWay:
      'Questo invito è ancora in preparazione: continuo finché non c’è risposta, e chi ha invitato viene a sapere come è finita. Dopo si può revocare; `status` mostra a che punto è.',
    denied: (person) => `✋ La richiesta di invitare ${person} è rifiutata. Chi l’ha fatta viene avvisato.`,
    revoked: (person) =>
      `🚫 L’invito di ${person} è revocato: il suo link non funziona più e il suo posto kSuite è libero.`,
    isGone: (person, { command }) =>
      `🚫 ${person} aveva accettato ed è stata tolta prima di vedersi in kChat. L’invito è terminato anche qui. Per invitare di nuovo: ${command}`,
    acceptedMeanwhile: (person) => `✅ Nel frattempo ${person} ha accettato. Per togliere la persona usa il Manager.`,
    underWay: (person) => `⏳ Sto revocando l’invito di ${person}. Continuo finché Infomaniak non conferma.`,
  },
  es_ES: {
    summary: 'Retirar una invitación y liberar su plaza',
    unknown: (email) => `${email} no ha sido invitado aquí.`,
    hasAccepted:
      'Ya ha aceptado. Para quitar a la persona, usa el Manager; después `revoke` termina la invitación también aquí.',
    hasEnded: 'Esta invitación ya ha terminado.',
    isUnderWay:
      'Esta invitación todavía se está preparando: sigo intentándolo hasta tener respuesta, y quien invitó sabrá cómo acabó. Después se puede revocar; `status` muestra cómo va.',
    denied: (person) => `✋ La petición de invitar a ${person} está denegada. Se avisa a quien la hizo.`,
    revoked: (person) =>
      `🚫 La invitación de ${person} está revocada: su enlace ya no funciona y su plaza de kSuite está libre.`,
    isGone: (person, { command }) =>
      `🚫 ${person} había aceptado y se le quitó antes de verse en kChat. La invitación termina también aquí. Para invitar de nuevo: ${command}`,
    acceptedMeanwhile: (person) => `✅ ${person} ha aceptado entretanto. Para quitar a la persona, usa el Manager.`,
    underWay: (person) => `⏳ Estoy revocando la invitación de ${person}. Sigo hasta que Infomaniak lo confirme.`,
  },
};
