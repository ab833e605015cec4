import type { GatheredMessageKind } from '../ports/delivery-store.ts';
import type { Locale } from '../ports/provisioning.ts';

/** What became of people of one import on one day, for whoever imported. What is passed in is safe to post. */
type ImportNewsTexts = Readonly<
  /** @param of when the import began. */
  Record<Exclude<GatheredMessageKind, 'reminder'>, (count: number, of: string) => string> & {
    /** @param until when the first of them ends. */
    reminder: (count: number, of: string, until: string) => string;
    /** Behind a person. */
    notAdded: (channels: string) => string;
    andMore: (count: number) => string;
    renew: (command: string) => string;
    again: (command: string) => string;
    allAgain: (command: string) => string;
    keepsSeat: (command: string) => string;
    toLook: (command: string) => string;
  }
>;

export const importNewsTexts: Readonly<Record<Locale, ImportNewsTexts>> = {
  en_GB: {
    reminder: (count, of, until) =>
      `⏰ ${count === 1 ? 'One person' : `${count} people`} of your import of ${of} ${count === 1 ? 'has' : 'have'} not accepted yet; the ${count === 1 ? '' : 'first '}invitation ends on ${until}.`,
    arrived: (count, of) =>
      `✅ ${count === 1 ? 'One person' : `${count} people`} of your import of ${of} ${count === 1 ? 'has accepted and is' : 'have accepted and are'} in kChat now.`,
    expired: (count, of) =>
      `⌛ The ${count === 1 ? 'invitation of one person' : `invitations of ${count} people`} of your import of ${of} ${count === 1 ? 'has' : 'have'} expired without an answer.`,
    rejected: (count, of) =>
      `✋ ${count === 1 ? 'One person' : `${count} people`} of your import of ${of} ${count === 1 ? 'has' : 'have'} declined the invitation.`,
    revoked: (count, of) =>
      `🚫 The ${count === 1 ? 'invitation of one person' : `invitations of ${count} people`} of your import of ${of} ${count === 1 ? 'was' : 'were'} cancelled at Infomaniak.`,
    gone: (count, of) =>
      `🚫 ${count === 1 ? 'One person' : `${count} people`} of your import of ${of} had accepted and ${count === 1 ? 'was' : 'were'} removed before they were seen in kChat. The ${count === 1 ? 'invitation is' : 'invitations are'} over here, too.`,
    notAdded: (channels) => `could not be added to ${channels}: please add them by hand`,
    andMore: (count) => `… and ${count === 1 ? 'one more person' : `${count} more people`}.`,
    renew: (command) => `A new link for one person: ${command}`,
    again: (command) => `To invite one person again: ${command}`,
    allAgain: (command) => `To invite all of them again, import them once more: ${command}`,
    keepsSeat: (command) =>
      `At Infomaniak an expired invitation keeps its kSuite seat; to free the seat of one person: ${command}`,
    toLook: (command) => `All invitations in this state: ${command}`,
  },
  fr_FR: {
    reminder: (count, of, until) =>
      `⏰ ${count === 1 ? 'Une personne' : `${count} personnes`} de votre importation du ${of} ${count === 1 ? 'n’a' : 'n’ont'} pas encore accepté ; ${count === 1 ? 'l’invitation' : 'la première invitation'} se termine le ${until}.`,
    arrived: (count, of) =>
      `✅ ${count === 1 ? 'Une personne' : `${count} personnes`} de votre importation du ${of} ${count === 1 ? 'a accepté et se trouve' : 'ont accepté et se trouvent'} maintenant dans kChat.`,
    expired: (count, of) =>
      `⌛ ${count === 1 ? 'L’invitation d’une personne' : `Les invitations de ${count} personnes`} de votre importation du ${of} ${count === 1 ? 'a' : 'ont'} expiré sans réponse.`,
    rejected: (count, of) =>
      `✋ ${count === 1 ? 'Une personne' : `${count} personnes`} de votre importation du ${of} ${count === 1 ? 'a' : 'ont'} décliné l’invitation.`,
    revoked: (count, of) =>
      `🚫 ${count === 1 ? 'L’invitation d’une personne' : `Les invitations de ${count} personnes`} de votre importation du ${of} ${count === 1 ? 'a été annulée' : 'ont été annulées'} chez Infomaniak.`,
    gone: (count, of) =>
      `🚫 ${count === 1 ? 'Une personne' : `${count} personnes`} de votre importation du ${of} ${count === 1 ? 'avait accepté et a été retirée avant d’être vue' : 'avaient accepté et ont été retirées avant d’être vues'} dans kChat. ${count === 1 ? 'L’invitation est terminée' : 'Leurs invitations sont terminées'} ici aussi.`,
    notAdded: (channels) => `l’ajout à ${channels} n’a pas été possible : merci de le faire à la main`,
    andMore: (count) => `… et ${count === 1 ? 'une autre personne' : `${count} autres personnes`}.`,
    renew: (command) => `Un nouveau lien pour une personne : ${command}`,
    again: (command) => `Pour inviter une personne à nouveau : ${command}`,
    allAgain: (command) => `Pour toutes les inviter à nouveau, importez-les encore une fois : ${command}`,
    keepsSeat: (command) =>
      `Chez Infomaniak, une invitation expirée garde sa place kSuite ; pour libérer celle d’une personne : ${command}`,
    toLook: (command) => `Toutes les invitations dans cet état : ${command}`,
  },
  de_DE: {
    reminder: (count, of, until) =>
      `⏰ ${count === 1 ? 'Eine Person' : `${count} Personen`} deines Imports vom ${of} ${count === 1 ? 'hat' : 'haben'} noch nicht angenommen; die ${count === 1 ? '' : 'erste '}Einladung endet am ${until}.`,
    arrived: (count, of) =>
      `✅ ${count === 1 ? 'Eine Person' : `${count} Personen`} deines Imports vom ${of} ${count === 1 ? 'hat angenommen und ist' : 'haben angenommen und sind'} jetzt in kChat.`,
    expired: (count, of) =>
      `⌛ ${count === 1 ? 'Die Einladung einer Person' : `Die Einladungen von ${count} Personen`} deines Imports vom ${of} ${count === 1 ? 'ist' : 'sind'} ohne Antwort abgelaufen.`,
    rejected: (count, of) =>
      `✋ ${count === 1 ? 'Eine Person' : `${count} Personen`} deines Imports vom ${of} ${count === 1 ? 'hat' : 'haben'} die Einladung abgelehnt.`,
    revoked: (count, of) =>
      `🚫 ${count === 1 ? 'Die Einladung einer Person' : `Die Einladungen von ${count} Personen`} deines Imports vom ${of} ${count === 1 ? 'wurde' : 'wurden'} bei Infomaniak zurückgezogen.`,
    gone: (count, of) =>
      `🚫 ${count === 1 ? 'Eine Person' : `${count} Personen`} deines Imports vom ${of} ${count === 1 ? 'hatte angenommen und wurde' : 'hatten angenommen und wurden'} entfernt, ohne je in kChat zu sehen gewesen zu sein. ${count === 1 ? 'Die Einladung ist' : 'Die Einladungen sind'} auch hier zu Ende.`,
    notAdded: (channels) => `konnte nicht zu ${channels} hinzugefügt werden: bitte von Hand nachholen`,
    andMore: (count) => `… und ${count === 1 ? 'eine weitere Person' : `${count} weitere Personen`}.`,
    renew: (command) => `Ein neuer Link für eine Person: ${command}`,
    again: (command) => `Eine Person erneut einladen: ${command}`,
    allAgain: (command) => `Um alle erneut einzuladen, importiere sie noch einmal: ${command}`,
    keepsSeat: (command) =>
      `Bei Infomaniak belegt eine abgelaufene Einladung ihren kSuite-Platz weiter; den einer Person freigeben: ${command}`,
    toLook: (command) => `Alle Einladungen in diesem Zustand: ${command}`,
  },
  it_IT: {
    reminder: (count, of, until) =>
      `⏰ ${count === 1 ? 'Una persona' : `${count} persone`} della tua importazione del ${of} non ${count === 1 ? 'ha' : 'hanno'} ancora accettato; ${count === 1 ? 'l’invito' : 'il primo invito'} scade il ${until}.`,
    arrived: (count, of) =>
      `✅ ${count === 1 ? 'Una persona' : `${count} persone`} della tua importazione del ${of} ${count === 1 ? 'ha accettato e ora è' : 'hanno accettato e ora sono'} in kChat.`,
    expired: (count, of) =>
      `⌛ ${count === 1 ? 'L’invito di una persona' : `Gli inviti di ${count} persone`} della tua importazione del ${of} ${count === 1 ? 'è scaduto' : 'sono scaduti'} senza risposta.`,
    rejected: (count, of) =>
      `✋ ${count === 1 ? 'Una persona' : `${count} persone`} della tua importazione del ${of} ${count === 1 ? 'ha' : 'hanno'} rifiutato l’invito.`,
    revoked: (count, of) =>
      `🚫 ${count === 1 ? 'L’invito di una persona' : `Gli inviti di ${count} persone`} della tua importazione del ${of} ${count === 1 ? 'è stato annullato' : 'sono stati annullati'} presso Infomaniak.`,
    gone: (count, of) =>
      `🚫 ${count === 1 ? 'Una persona' : `${count} persone`} della tua importazione del ${of} ${count === 1 ? 'aveva accettato ed è stata tolta' : 'avevano accettato e sono state tolte'} prima di vedersi in kChat. ${count === 1 ? 'L’invito è terminato' : 'Gli inviti sono terminati'} anche qui.`,
    notAdded: (channels) => `non è stato possibile aggiungerla a ${channels}: fallo a mano, per favore`,
    andMore: (count) => `… e ${count === 1 ? 'un’altra persona' : `altre ${count} persone`}.`,
    renew: (command) => `Un nuovo link per una persona: ${command}`,
    again: (command) => `Per invitare di nuovo una persona: ${command}`,
    allAgain: (command) => `Per invitarle di nuovo tutte, importale un’altra volta: ${command}`,
    keepsSeat: (command) =>
      `Presso Infomaniak un invito scaduto occupa ancora il suo posto kSuite; per liberare quello di una persona: ${command}`,
    toLook: (command) => `Tutti gli inviti in questo stato: ${command}`,
  },
  es_ES: {
    reminder: (count, of, until) =>
      `⏰ ${count === 1 ? 'Una persona' : `${count} personas`} de tu importación del ${of} todavía no ${count === 1 ? 'ha' : 'han'} aceptado; la ${count === 1 ? '' : 'primera '}invitación termina el ${until}.`,
    arrived: (count, of) =>
      `✅ ${count === 1 ? 'Una persona' : `${count} personas`} de tu importación del ${of} ${count === 1 ? 'ha aceptado y ya está' : 'han aceptado y ya están'} en kChat.`,
    expired: (count, of) =>
      `⌛ ${count === 1 ? 'La invitación de una persona' : `Las invitaciones de ${count} personas`} de tu importación del ${of} ${count === 1 ? 'ha' : 'han'} caducado sin respuesta.`,
    rejected: (count, of) =>
      `✋ ${count === 1 ? 'Una persona' : `${count} personas`} de tu importación del ${of} ${count === 1 ? 'ha' : 'han'} rechazado la invitación.`,
    revoked: (count, of) =>
      `🚫 ${count === 1 ? 'La invitación de una persona' : `Las invitaciones de ${count} personas`} de tu importación del ${of} se ${count === 1 ? 'ha' : 'han'} cancelado en Infomaniak.`,
    gone: (count, of) =>
      `🚫 ${count === 1 ? 'Una persona' : `${count} personas`} de tu importación del ${of} ${count === 1 ? 'había aceptado y se le quitó' : 'habían aceptado y se les quitó'} antes de verse en kChat. ${count === 1 ? 'La invitación termina' : 'Las invitaciones terminan'} también aquí.`,
    notAdded: (channels) => `no se ha podido añadir a ${channels}: hazlo a mano, por favor`,
    andMore: (count) => `… y ${count === 1 ? 'otra persona' : `otras ${count} personas`}.`,
    renew: (command) => `Un enlace nuevo para una persona: ${command}`,
    again: (command) => `Para invitar de nuevo a una persona: ${command}`,
    allAgain: (command) => `Para invitarlas de nuevo a todas, impórtalas otra vez: ${command}`,
    keepsSeat: (command) =>
      `En Infomaniak una invitación caducada sigue ocupando su plaza de kSuite; para liberar la de una persona: ${command}`,
    toLook: (command) => `Todas las invitaciones en este estado: ${command}`,
  },
};
