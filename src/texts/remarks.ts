import { remarkCodes, type RemarkCode } from '../ports/remark.ts';
import type { Locale } from '../ports/provisioning.ts';
import { plain } from './plain.ts';

type Say = (first: string, second: string) => string;

export const remarkTexts: Readonly<Record<Locale, Readonly<Record<RemarkCode, Say>>>> = {
  en_GB: {
    refused: (service, status) => `${service} refused it (status ${status}).`,
    timeout: (service) => `${service} did not answer in time.`,
    unreachable: (service) => `${service} could not be reached.`,
    incomplete: (service) => `${service} does not show enough to tell. Please look there.`,
    no_database: () => 'My database did not answer.',
    bug: () => 'Something went wrong in this program; its log says what.',
    no_backup: (code) => `The database could not be copied (${code}).`,
    left_nothing: () => 'Nothing remains at Infomaniak.',
    left_found: () => 'The invitation that was made elsewhere is left at Infomaniak, perhaps without kSuite access.',
    left_creating: () => 'I could not find out whether the invitation was made; inviting again looks first.',
    left_undoing: () => 'An invitation without kSuite access is left at Infomaniak; cancel it in the Manager.',
    left_invitation: () =>
      'An invitation is left at Infomaniak, perhaps without kSuite access; inviting again goes on with it.',
    accepted_without_seat: () =>
      'They accepted before their kSuite access was granted. Please grant it in the Manager.',
    ended_without_seat: () => 'The invitation was declined or cancelled before their kSuite access was granted.',
    removed: () => 'The invitation was removed at Infomaniak in the meantime.',
    gone: () => 'Had accepted, and was removed before they were seen in kChat.',
    guest_limit: () => 'kChat sends only so many guest invitations an hour. The next goes out as soon as it lets me.',
    no_work_team: (name) => `There is no work team called “${name}”.`,
    doing_welcome: () => 'the welcome message',
    doing_notice: (channel) => `the arrival notice in ~${channel}`,
    doing_revocation: () => 'the revocation',
    doing_channel: (channel) => `adding to ~${channel}`,
    doing_request: (channel) => `passing the request on to ~${channel}`,
    doing_renewal: () => 'the renewal',
  },
  fr_FR: {
    refused: (service, status) => `${service} l’a refusé (statut ${status}).`,
    timeout: (service) => `${service} n’a pas répondu à temps.`,
    unreachable: (service) => `${service} était injoignable.`,
    incomplete: (service) => `${service} n’en montre pas assez pour conclure. Regardez-y vous-même.`,
    no_database: () => 'Ma base de données n’a pas répondu.',
    bug: () => 'Une erreur est survenue dans ce programme ; son journal dit laquelle.',
    no_backup: (code) => `La base de données n’a pas pu être copiée (${code}).`,
    left_nothing: () => 'Rien ne subsiste chez Infomaniak.',
    left_found: () => 'L’invitation faite ailleurs subsiste chez Infomaniak, peut-être sans accès kSuite.',
    left_creating: () => 'Je n’ai pas pu savoir si l’invitation a été créée ; inviter à nouveau commence par vérifier.',
    left_undoing: () => 'Une invitation sans accès kSuite subsiste chez Infomaniak ; annulez-la dans le Manager.',
    left_invitation: () =>
      'Une invitation subsiste chez Infomaniak, peut-être sans accès kSuite ; inviter à nouveau la poursuit.',
    accepted_without_seat: () =>
      'La personne a accepté avant que son accès kSuite soit accordé. Accordez-le dans le Manager.',
    ended_without_seat: () => 'L’invitation a été refusée ou annulée avant que l’accès kSuite soit accordé.',
    removed: () => 'L’invitation a été supprimée chez Infomaniak entre-temps.',
    gone: () => 'Acceptée, mais la personne a été retirée avant d’être vue dans kChat.',
    guest_limit: () =>
      'kChat n’envoie qu’un certain nombre d’invitations d’externes par heure. La prochaine part dès que possible.',
    no_work_team: (name) => `Il n’y a pas d’équipe de travail nommée « ${name} ».`,
    doing_welcome: () => 'le message d’accueil',
    doing_notice: (channel) => `l’annonce d’arrivée dans ~${channel}`,
    doing_revocation: () => 'la révocation',
    doing_channel: (channel) => `l’ajout à ~${channel}`,
    doing_request: (channel) => `la transmission de la demande à ~${channel}`,
    doing_renewal: () => 'le renouvellement',
  },
  de_DE: {
    refused: (service, status) => `${service} hat es abgelehnt (Status ${status}).`,
    timeout: (service) => `${service} hat nicht rechtzeitig geantwortet.`,
    unreachable: (service) => `${service} war nicht erreichbar.`,
    incomplete: (service) => `${service} zeigt dafür nicht genug. Bitte dort nachsehen.`,
    no_database: () => 'Meine Datenbank hat nicht geantwortet.',
    bug: () => 'In diesem Programm ist etwas schiefgegangen; sein Protokoll sagt, was.',
    no_backup: (code) => `Die Datenbank konnte nicht kopiert werden (${code}).`,
    left_nothing: () => 'Bei Infomaniak bleibt nichts zurück.',
    left_found: () => 'Die anderswo erstellte Einladung bleibt bei Infomaniak, vielleicht ohne kSuite-Zugang.',
    left_creating: () =>
      'Ich konnte nicht herausfinden, ob die Einladung entstanden ist; erneutes Einladen sieht zuerst nach.',
    left_undoing: () => 'Bei Infomaniak bleibt eine Einladung ohne kSuite-Zugang zurück; bitte im Manager widerrufen.',
    left_invitation: () =>
      'Bei Infomaniak bleibt eine Einladung zurück, vielleicht ohne kSuite-Zugang; erneutes Einladen macht damit weiter.',
    accepted_without_seat: () =>
      'Die Person hat angenommen, bevor ihr kSuite-Zugang vergeben war. Bitte im Manager vergeben.',
    ended_without_seat: () => 'Die Einladung wurde abgelehnt oder widerrufen, bevor der kSuite-Zugang vergeben war.',
    removed: () => 'Die Einladung wurde inzwischen bei Infomaniak entfernt.',
    gone: () => 'War angenommen; die Person wurde entfernt, bevor sie in kChat zu sehen war.',
    guest_limit: () =>
      'kChat verschickt nur eine begrenzte Zahl von Gasteinladungen pro Stunde. Die nächste geht hinaus, sobald es geht.',
    no_work_team: (name) => `Es gibt kein Arbeitsteam namens «${name}».`,
    doing_welcome: () => 'die Begrüssung',
    doing_notice: (channel) => `die Ankunftsmeldung in ~${channel}`,
    doing_revocation: () => 'der Widerruf',
    doing_channel: (channel) => `die Aufnahme in ~${channel}`,
    doing_request: (channel) => `die Weitergabe der Anfrage an ~${channel}`,
    doing_renewal: () => 'die Erneuerung',
  },
  it_IT: {
    refused: (service, status) => `${service} ha rifiutato (stato ${status}).`,
    timeout: (service) => `${service} non ha risposto in tempo.`,
    unreachable: (service) => `${service} non era raggiungibile.`,
    incomplete: (service) => `${service} non mostra abbastanza per dirlo. Guarda lì.`,
    no_database: () => 'Il mio database non ha risposto.',
    bug: () => 'Qualcosa è andato storto in questo programma; il suo registro dice che cosa.',
    no_backup: (code) => `Non è stato possibile copiare il database (${code}).`,
    left_nothing: () => 'Da Infomaniak non rimane nulla.',
    left_found: () => 'Da Infomaniak resta l’invito fatto altrove, forse senza accesso kSuite.',
    left_creating: () => 'Non ho potuto sapere se l’invito è stato creato; invitare di nuovo prima verifica.',
    left_undoing: () => 'Da Infomaniak resta un invito senza accesso kSuite; annullalo nel Manager.',
    left_invitation: () =>
      'Da Infomaniak resta un invito, forse senza accesso kSuite; invitare di nuovo prosegue con quello.',
    accepted_without_seat: () =>
      'La persona ha accettato prima che le fosse dato l’accesso kSuite. Daglielo nel Manager.',
    ended_without_seat: () => 'L’invito è stato rifiutato o annullato prima che fosse dato l’accesso kSuite.',
    removed: () => 'Nel frattempo l’invito è stato rimosso presso Infomaniak.',
    gone: () => 'Era accettato, ma la persona è stata tolta prima di vedersi in kChat.',
    guest_limit: () =>
      'kChat invia solo un certo numero di inviti di ospiti all’ora. Il prossimo parte appena possibile.',
    no_work_team: (name) => `Non c’è un gruppo di lavoro chiamato «${name}».`,
    doing_welcome: () => 'il messaggio di benvenuto',
    doing_notice: (channel) => `l’annuncio di arrivo in ~${channel}`,
    doing_revocation: () => 'la revoca',
    doing_channel: (channel) => `l’aggiunta a ~${channel}`,
    doing_request: (channel) => `la trasmissione della richiesta a ~${channel}`,
    doing_renewal: () => 'il rinnovo',
  },
  es_ES: {
    refused: (service, status) => `${service} lo rechazó (estado ${status}).`,
    timeout: (service) => `${service} no respondió a tiempo.`,
    unreachable: (service) => `No se pudo contactar con ${service}.`,
    incomplete: (service) => `${service} no muestra lo suficiente para saberlo. Míralo allí.`,
    no_database: () => 'Mi base de datos no respondió.',
    bug: () => 'Algo falló en este programa; su registro dice qué.',
    no_backup: (code) => `No se pudo copiar la base de datos (${code}).`,
    left_nothing: () => 'En Infomaniak no queda nada.',
    left_found: () => 'En Infomaniak queda la invitación hecha en otro lugar, quizá sin acceso a kSuite.',
    left_creating: () => 'No he podido averiguar si se creó la invitación; invitar de nuevo lo comprueba primero.',
    left_undoing: () => 'En Infomaniak queda una invitación sin acceso a kSuite; cancélala en el Manager.',
    left_invitation: () =>
      'En Infomaniak queda una invitación, quizá sin acceso a kSuite; invitar de nuevo continúa con ella.',
    accepted_without_seat: () => 'Aceptó antes de recibir el acceso a kSuite. Dáselo en el Manager.',
    ended_without_seat: () => 'La invitación se rechazó o canceló antes de recibir el acceso a kSuite.',
    removed: () => 'Entretanto, la invitación se eliminó en Infomaniak.',
    gone: () => 'Estaba aceptada, pero se quitó a la persona antes de verla en kChat.',
    guest_limit: () =>
      'kChat solo envía cierto número de invitaciones de externos por hora. La próxima saldrá en cuanto sea posible.',
    no_work_team: (name) => `No hay ningún equipo de trabajo llamado «${name}».`,
    doing_welcome: () => 'el mensaje de bienvenida',
    doing_notice: (channel) => `el aviso de llegada en ~${channel}`,
    doing_revocation: () => 'la revocación',
    doing_channel: (channel) => `añadir a ~${channel}`,
    doing_request: (channel) => `pasar la petición a ~${channel}`,
    doing_renewal: () => 'la renovación',
  },
};

/** What was remarked, in words that are safe to post. */
export function sayRemarks(stored: string, locale: Locale): string {
  return stored
    .split('\n')
    .map((line) => sayRemark(line, locale))
    .join(' ');
}

function sayRemark(line: string, locale: Locale): string {
  const [, name = '', first = '', second = ''] = /^#(\w+)(?::([^:]*))?(?::([^:]*))?$/.exec(line) ?? [];
  const code = remarkCodes.find((known) => known === name);
  return code ? remarkTexts[locale][code](safe(first), safe(second)) : plain(line);
}

/** The name of a service, a channel or a number shows as it is; whatever people wrote is escaped. */
function safe(fact: string): string {
  return /^[a-z\d][a-z\d-]*$/i.test(fact) ? fact : plain(fact);
}
