import type { Locale } from '../../ports/provisioning.ts';

interface ResendTexts {
  summary: string;
  unknown: (email: string) => string;
  hasAccepted: string;
  hasEnded: string;
  isUnderWay: string;
  isBeingRevoked: string;
  isRequest: string;
  tooSoon: (seconds: number) => string;
  tooOften: (most: number) => string;
  underWay: (person: string) => string;
}

export const resendTexts: Readonly<Record<Locale, ResendTexts>> = {
  en_GB: {
    summary: 'Renew an invitation: new link, new mail',
    unknown: (email) => `${email} was not invited here.`,
    hasAccepted: 'They have accepted already; there is nothing to renew.',
    hasEnded: 'This invitation has ended. Invite the person again with the command.',
    isUnderWay: 'Something is under way with this invitation. Please look again in a minute.',
    isBeingRevoked: 'This invitation is being revoked. Once that is done, invite the person again.',
    isRequest: 'Nobody has approved this invitation yet: there is nothing to renew.',
    tooSoon: (seconds) =>
      `It was sent a moment ago. Please wait ${seconds} more ${seconds === 1 ? 'second' : 'seconds'}.`,
    tooOften: (most) =>
      `It was renewed ${most} times already. Revoke it and invite again, or ask the person by another way.`,
    underWay: (person) => `🔁 A new link for ${person} was asked for. The card of the invitation shows how it stands.`,
  },
  fr_FR: {
    summary: 'Renouveler une invitation : nouveau lien, nouvel e-mail',
    unknown: (email) => `${email} n’a pas été invité ici.`,
    hasAccepted: 'L’invitation est déjà acceptée ; il n’y a rien à renouveler.',
    hasEnded: 'Cette invitation est terminée. Invitez à nouveau avec la commande.',
    isUnderWay: 'Cette invitation est en cours de traitement. Regardez à nouveau dans une minute.',
    isBeingRevoked: 'Cette invitation est en cours de révocation. Ensuite, invitez la personne à nouveau.',
    isRequest: 'Personne n’a encore approuvé cette invitation : il n’y a rien à renouveler.',
    tooSoon: (seconds) =>
      `Elle vient d’être envoyée. Attendez encore ${seconds} ${seconds === 1 ? 'seconde' : 'secondes'}.`,
    tooOften: (most) =>
      `Elle a déjà été renouvelée ${most} fois. Révoquez-la et invitez à nouveau, ou contactez la personne autrement.`,
    underWay: (person) =>
      `🔁 Un nouveau lien a été demandé pour ${person}. La carte de l’invitation montre où elle en est.`,
  },
  de_DE: {
    summary: 'Eine Einladung erneuern: neuer Link, neue Mail',
    unknown: (email) => `${email} wurde hier nicht eingeladen.`,
    hasAccepted: 'Die Einladung ist schon angenommen; es gibt nichts zu erneuern.',
    hasEnded: 'Diese Einladung ist zu Ende. Bitte mit dem Befehl neu einladen.',
    isUnderWay: 'Mit dieser Einladung geschieht gerade etwas. Bitte in einer Minute noch einmal nachsehen.',
    isBeingRevoked: 'Diese Einladung wird gerade widerrufen. Lade die Person danach neu ein.',
    isRequest: 'Diese Einladung ist noch nicht freigegeben: Es gibt nichts zu erneuern.',
    tooSoon: (seconds) =>
      `Sie wurde eben erst verschickt. Bitte noch ${seconds} ${seconds === 1 ? 'Sekunde' : 'Sekunden'} warten.`,
    tooOften: (most) =>
      `Sie wurde schon ${most}-mal erneuert. Widerrufe sie und lade neu ein, oder frage die Person auf anderem Weg.`,
    underWay: (person) =>
      `🔁 Für ${person} wurde ein neuer Link verlangt. Die Karte der Einladung zeigt, wie es steht.`,
  },
  it_IT: {
    summary: 'Rinnovare un invito: nuovo link, nuova e-mail',
    unknown: (email) => `${email} non è stato invitato qui.`,
    hasAccepted: 'L’invito è già stato accettato; non c’è nulla da rinnovare.',
    hasEnded: 'Questo invito è terminato. Invita di nuovo con il comando.',
    isUnderWay: 'Per questo invito è in corso qualcosa. Riguarda tra un minuto.',
    isBeingRevoked: 'Questo invito sta per essere revocato. Poi invita di nuovo la persona.',
    isRequest: 'Nessuno ha ancora approvato questo invito: non c’è nulla da rinnovare.',
    tooSoon: (seconds) =>
      `È stato inviato un attimo fa. Aspetta ancora ${seconds} ${seconds === 1 ? 'secondo' : 'secondi'}.`,
    tooOften: (most) =>
      `È già stato rinnovato ${most} volte. Revocalo e invita di nuovo, o contatta la persona in altro modo.`,
    underWay: (person) => `🔁 È stato chiesto un nuovo link per ${person}. La scheda dell’invito mostra a che punto è.`,
  },
  es_ES: {
    summary: 'Renovar una invitación: enlace nuevo, correo nuevo',
    unknown: (email) => `${email} no ha sido invitado aquí.`,
    hasAccepted: 'Ya ha aceptado; no hay nada que renovar.',
    hasEnded: 'Esta invitación ha terminado. Invita de nuevo con el comando.',
    isUnderWay: 'Algo está en curso con esta invitación. Vuelve a mirar en un minuto.',
    isBeingRevoked: 'Esta invitación se está revocando. Después, invita de nuevo a la persona.',
    isRequest: 'Nadie ha aprobado todavía esta invitación: no hay nada que renovar.',
    tooSoon: (seconds) => `Se envió hace un momento. Espera ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'} más.`,
    tooOften: (most) =>
      `Ya se ha renovado ${most} veces. Revócala e invita de nuevo, o contacta con la persona por otra vía.`,
    underWay: (person) =>
      `🔁 Se ha pedido un enlace nuevo para ${person}. La tarjeta de la invitación muestra cómo va.`,
  },
};
