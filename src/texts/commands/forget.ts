import type { Locale } from '../../ports/provisioning.ts';

interface ForgetTexts {
  summary: string;
  details: string;
  unknown: (email: string) => string;
  revokeFirst: (email: string, command: string) => string;
  notYetHere: (email: string) => string;
  sure: (email: string, count: number, command: string) => string;
  busy: string;
  done: (count: number) => string;
  whatStays: string;
}

export const forgetTexts: Readonly<Record<Locale, ForgetTexts>> = {
  en_GB: {
    summary: 'Erase a person’s data',
    details: 'Erases address, names and notes of ended invitations for good; what happened and when still counts.',
    unknown: (email) => `I have no data about ${email}.`,
    revokeFirst: (email, command) => `The invitation of ${email} is still open. Take it back first: ${command}`,
    notYetHere: (email) =>
      `${email} has accepted and is about to arrive. Please wait for that, or remove them in the Manager.`,
    sure: (email, count, command) =>
      `I would erase everything about ${email} in ${count === 1 ? 'one invitation' : `${count} invitations`}. This can’t be undone. To go on: ${command}`,
    busy: 'A message about this person is on its way right now. Please try again in a minute.',
    done: (count) =>
      `🧹 Erased: address, names and notes of ${count === 1 ? 'one invitation' : `${count} invitations`}. They still count in the numbers.`,
    whatStays: 'Messages already posted in kChat, the account at Infomaniak and older backups are not mine to erase.',
  },
  fr_FR: {
    summary: 'Effacer les données d’une personne',
    details:
      'Efface pour toujours l’adresse, les noms et les notes des invitations terminées ; ce qui s’est passé et quand compte encore.',
    unknown: (email) => `Je n’ai aucune donnée sur ${email}.`,
    revokeFirst: (email, command) => `L’invitation de ${email} est encore ouverte. Révoquez-la d’abord : ${command}`,
    notYetHere: (email) =>
      `${email} a accepté et va arriver. Attendez son arrivée, ou retirez la personne dans le Manager.`,
    sure: (email, count, command) =>
      `J’effacerais tout ce qui concerne ${email} dans ${count === 1 ? 'une invitation' : `${count} invitations`}. C’est irréversible. Pour continuer : ${command}`,
    busy: 'Un message sur cette personne est justement en route. Réessayez dans une minute.',
    done: (count) =>
      `🧹 Effacé : adresse, noms et notes de ${count === 1 ? 'une invitation' : `${count} invitations`}. Elles comptent encore dans les chiffres.`,
    whatStays:
      'Les messages déjà publiés dans kChat, le compte chez Infomaniak et les anciennes sauvegardes ne dépendent pas de moi.',
  },
  de_DE: {
    summary: 'Die Daten einer Person löschen',
    details: 'Löscht Adresse, Namen und Notizen beendeter Einladungen endgültig; was wann geschah, zählt weiterhin.',
    unknown: (email) => `Zu ${email} habe ich keine Daten.`,
    revokeFirst: (email, command) => `Die Einladung von ${email} ist noch offen. Bitte zuerst widerrufen: ${command}`,
    notYetHere: (email) =>
      `${email} hat angenommen und kommt gleich an. Bitte so lange warten oder die Person im Manager entfernen.`,
    sure: (email, count, command) =>
      `Gelöscht würde alles zu ${email} in ${count === 1 ? 'einer Einladung' : `${count} Einladungen`}. Das lässt sich nicht rückgängig machen. Zum Fortfahren: ${command}`,
    busy: 'Eine Nachricht zu dieser Person ist gerade unterwegs. Bitte in einer Minute noch einmal versuchen.',
    done: (count) =>
      `🧹 Gelöscht: Adresse, Namen und Notizen von ${count === 1 ? 'einer Einladung' : `${count} Einladungen`}. Gezählt werden sie weiterhin.`,
    whatStays:
      'Schon veröffentlichte Nachrichten in kChat, das Konto bei Infomaniak und ältere Sicherungen kann ich nicht löschen.',
  },
  it_IT: {
    summary: 'Cancellare i dati di una persona',
    details:
      'Cancella per sempre indirizzo, nomi e note degli inviti conclusi; ciò che è accaduto e quando conta ancora.',
    unknown: (email) => `Non ho dati su ${email}.`,
    revokeFirst: (email, command) => `L’invito di ${email} è ancora aperto. Prima va revocato: ${command}`,
    notYetHere: (email) =>
      `${email} ha accettato e sta per arrivare. Attenda l’arrivo, o rimuova la persona nel Manager.`,
    sure: (email, count, command) =>
      `Cancellerei tutto ciò che riguarda ${email} in ${count === 1 ? 'un invito' : `${count} inviti`}. Non si può annullare. Per continuare: ${command}`,
    busy: 'Un messaggio su questa persona sta partendo proprio ora. Riprovi tra un minuto.',
    done: (count) =>
      `🧹 Cancellati: indirizzo, nomi e note di ${count === 1 ? 'un invito' : `${count} inviti`}. Contano ancora nei numeri.`,
    whatStays:
      'I messaggi già pubblicati in kChat, l’account presso Infomaniak e i backup precedenti non dipendono da me.',
  },
  es_ES: {
    summary: 'Borrar los datos de una persona',
    details:
      'Borra para siempre la dirección, los nombres y las notas de las invitaciones terminadas; lo que pasó y cuándo sigue contando.',
    unknown: (email) => `No tengo datos sobre ${email}.`,
    revokeFirst: (email, command) => `La invitación de ${email} sigue abierta. Revóquela primero: ${command}`,
    notYetHere: (email) =>
      `${email} ha aceptado y está por llegar. Espere su llegada o retire a la persona en el Manager.`,
    sure: (email, count, command) =>
      `Borraría todo lo relativo a ${email} en ${count === 1 ? 'una invitación' : `${count} invitaciones`}. No se puede deshacer. Para continuar: ${command}`,
    busy: 'Un mensaje sobre esta persona está en camino ahora mismo. Inténtelo de nuevo en un minuto.',
    done: (count) =>
      `🧹 Borrado: dirección, nombres y notas de ${count === 1 ? 'una invitación' : `${count} invitaciones`}. Siguen contando en las cifras.`,
    whatStays:
      'Los mensajes ya publicados en kChat, la cuenta en Infomaniak y las copias de seguridad anteriores no dependen de mí.',
  },
};
