import type { Locale } from '../../ports/provisioning.ts';

interface ForgetTexts {
  summary: string;
  details: string;
  unknown: (email: string) => string;
  notLookedUp: string;
  revokeFirst: (email: string, command: string) => string;
  notYetHere: (email: string) => string;
  /** @param count how many invitations; none of somebody who came without one. */
  sure: (email: string, count: number, command: string) => string;
  busy: string;
  done: (count: number) => string;
  whatStays: string;
}

export const forgetTexts: Readonly<Record<Locale, ForgetTexts>> = {
  en_GB: {
    summary: 'Erase a person’s data',
    details:
      'Erases a person’s address, names and notes for good, whether they were invited here or not; also their name where they invited others. What happened and when still counts.',
    unknown: (email) => `I have no data about ${email}.`,
    notLookedUp: 'kChat does not tell me right now whose address this is. Nothing was erased; please try again.',
    revokeFirst: (email, command) => `The invitation of ${email} is still open. Take it back first: ${command}`,
    notYetHere: (email) =>
      `${email} has accepted and is about to arrive. Please wait for that, or remove them in the Manager.`,
    sure: (email, count, command) =>
      `I would erase everything about ${email}${count === 0 ? '' : count === 1 ? ' in one invitation' : ` in ${count} invitations`}. This can’t be undone. To go on: ${command}`,
    busy: 'A message about this person is on its way right now. Please try again in a minute.',
    done: (count) =>
      `🧹 Erased: address, names and notes${count === 0 ? '' : count === 1 ? ' of one invitation' : ` of ${count} invitations`}. What happened still counts in the numbers.`,
    whatStays: 'Messages already posted in kChat, the account at Infomaniak and older backups are not mine to erase.',
  },
  fr_FR: {
    summary: 'Effacer les données d’une personne',
    details:
      'Efface pour toujours l’adresse, les noms et les notes d’une personne, invitée ici ou non, et son nom là où elle en a invité d’autres. Ce qui s’est passé et quand compte encore.',
    unknown: (email) => `Je n’ai aucune donnée sur ${email}.`,
    notLookedUp: 'kChat ne me dit pas pour l’instant à qui est cette adresse. Rien n’a été effacé ; réessayez.',
    revokeFirst: (email, command) => `L’invitation de ${email} est encore ouverte. Révoquez-la d’abord : ${command}`,
    notYetHere: (email) =>
      `${email} a accepté et va arriver. Attendez son arrivée, ou retirez la personne dans le Manager.`,
    sure: (email, count, command) =>
      `J’effacerais tout ce qui concerne ${email}${count === 0 ? '' : count === 1 ? ' dans une invitation' : ` dans ${count} invitations`}. C’est irréversible. Pour continuer : ${command}`,
    busy: 'Un message sur cette personne est justement en route. Réessayez dans une minute.',
    done: (count) =>
      `🧹 Effacé : adresse, noms et notes${count === 0 ? '' : count === 1 ? ' d’une invitation' : ` de ${count} invitations`}. Ce qui s’est passé compte encore dans les chiffres.`,
    whatStays:
      'Les messages déjà publiés dans kChat, le compte chez Infomaniak et les anciennes sauvegardes ne dépendent pas de moi.',
  },
  de_DE: {
    summary: 'Die Daten einer Person löschen',
    details:
      'Löscht Adresse, Namen und Notizen einer Person endgültig, ob sie hier eingeladen wurde oder nicht, auch ihren Namen, wo sie andere eingeladen hat. Was wann geschah, zählt weiterhin.',
    unknown: (email) => `Zu ${email} habe ich keine Daten.`,
    notLookedUp:
      'kChat sagt mir gerade nicht, wem diese Adresse gehört. Gelöscht wurde nichts; bitte noch einmal versuchen.',
    revokeFirst: (email, command) => `Die Einladung von ${email} ist noch offen. Bitte zuerst widerrufen: ${command}`,
    notYetHere: (email) =>
      `${email} hat angenommen und kommt gleich an. Bitte so lange warten oder die Person im Manager entfernen.`,
    sure: (email, count, command) =>
      `Gelöscht würde alles zu ${email}${count === 0 ? '' : count === 1 ? ' in einer Einladung' : ` in ${count} Einladungen`}. Das lässt sich nicht rückgängig machen. Zum Fortfahren: ${command}`,
    busy: 'Eine Nachricht zu dieser Person ist gerade unterwegs. Bitte in einer Minute noch einmal versuchen.',
    done: (count) =>
      `🧹 Gelöscht: Adresse, Namen und Notizen${count === 0 ? '' : count === 1 ? ' von einer Einladung' : ` von ${count} Einladungen`}. Gezählt wird weiterhin, was geschehen ist.`,
    whatStays:
      'Schon veröffentlichte Nachrichten in kChat, das Konto bei Infomaniak und ältere Sicherungen kann ich nicht löschen.',
  },
  it_IT: {
    summary: 'Cancellare i dati di una persona',
    details:
      'Cancella per sempre indirizzo, nomi e note di una persona, invitata qui o no, e il suo nome dove ne ha invitate altre. Ciò che è accaduto e quando conta ancora.',
    unknown: (email) => `Non ho dati su ${email}.`,
    notLookedUp: 'kChat al momento non mi dice di chi è questo indirizzo. Non è stato cancellato nulla; riprova.',
    revokeFirst: (email, command) => `L’invito di ${email} è ancora aperto. Prima revocalo: ${command}`,
    notYetHere: (email) =>
      `${email} ha accettato e sta per arrivare. Aspetta che arrivi, o togli la persona nel Manager.`,
    sure: (email, count, command) =>
      `Cancellerei tutto ciò che riguarda ${email}${count === 0 ? '' : count === 1 ? ' in un invito' : ` in ${count} inviti`}. Non si può annullare. Per continuare: ${command}`,
    busy: 'Un messaggio su questa persona sta partendo proprio ora. Riprova tra un minuto.',
    done: (count) =>
      `🧹 Cancellati: indirizzo, nomi e note${count === 0 ? '' : count === 1 ? ' di un invito' : ` di ${count} inviti`}. Ciò che è accaduto conta ancora nei numeri.`,
    whatStays:
      'I messaggi già pubblicati in kChat, l’account presso Infomaniak e i backup precedenti non dipendono da me.',
  },
  es_ES: {
    summary: 'Borrar los datos de una persona',
    details:
      'Borra para siempre la dirección, los nombres y las notas de una persona, invitada aquí o no, y su nombre donde haya invitado a otras. Lo que pasó y cuándo sigue contando.',
    unknown: (email) => `No tengo datos sobre ${email}.`,
    notLookedUp: 'kChat no me dice ahora de quién es esta dirección. No se ha borrado nada; inténtalo de nuevo.',
    revokeFirst: (email, command) => `La invitación de ${email} sigue abierta. Revócala primero: ${command}`,
    notYetHere: (email) =>
      `${email} ha aceptado y está por llegar. Espera a que llegue o quita a la persona en el Manager.`,
    sure: (email, count, command) =>
      `Borraría todo lo relativo a ${email}${count === 0 ? '' : count === 1 ? ' en una invitación' : ` en ${count} invitaciones`}. No se puede deshacer. Para continuar: ${command}`,
    busy: 'Un mensaje sobre esta persona está en camino ahora mismo. Inténtalo de nuevo en un minuto.',
    done: (count) =>
      `🧹 Borrado: dirección, nombres y notas${count === 0 ? '' : count === 1 ? ' de una invitación' : ` de ${count} invitaciones`}. Lo que pasó sigue contando en las cifras.`,
    whatStays:
      'Los mensajes ya publicados en kChat, la cuenta en Infomaniak y las copias de seguridad anteriores no dependen de mí.',
  },
};
