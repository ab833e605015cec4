import type { FailureReason } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { joinList } from './join-list.ts';
import type { WelcomeFacts } from './texts.ts';

/** What is said of guests where it differs from what is said of kSuite users. What is passed in is safe to post. */
interface GuestTexts {
  /** Beside the state of an invitation. */
  mark: string;
  invited: (person: string, channels: string) => string;
  mailed: (until: string | undefined) => string;
  noAnswerYet: string;
  /** Where it is kChat, not Infomaniak, that failed. */
  failures: Readonly<Partial<Record<FailureReason, string>>>;
  /** An address that is invited, but as something else. */
  isGuest: (revoke: string) => string;
  isUser: (revoke: string) => string;
  revoked: (person: string) => string;
  revocationUnderWay: (person: string) => string;
  /** kChat no longer waits for them, and does not say why. */
  isGone: (person: string, facts: { command: string }) => string;
  hasAccepted: string;
  acceptedMeanwhile: (person: string) => string;
  noLink: string;
  /** Below a list: whom kChat itself waits for in the channel where it was asked for. */
  elsewhere: (guests: string) => string;
  until: (guest: string, time: string) => string;
  welcome: (facts: WelcomeFacts) => string;
}

export const guestTexts: Readonly<Record<Locale, GuestTexts>> = {
  en_GB: {
    mark: 'guest',
    invited: (person, channels) => `✅ ${person} is invited as a guest to ${channels}. A guest takes no kSuite seat.`,
    mailed: (until) => `kChat has mailed the link${until === undefined ? '' : `, valid until ${until}`}.`,
    noAnswerYet: 'kChat has not answered yet.',
    failures: {
      invalid_email: 'kChat does not accept this e-mail address.',
      provider_unreachable:
        'there was no answer for a long time, and I have stopped trying. Please invite again later.',
    },
    isGuest: (revoke) => `It is an invitation as a guest. For one as a kSuite user, take it back first: ${revoke}`,
    isUser: (revoke) => `It is an invitation as a kSuite user. For one as a guest, take it back first: ${revoke}`,
    revoked: (person) => `🚫 The invitation of ${person} as a guest is revoked: its link no longer works.`,
    revocationUnderWay: (person) =>
      `⏳ I am revoking the invitation of ${person} as a guest. I keep trying until kChat confirms it.`,
    isGone: (person, { command }) =>
      `🚫 kChat no longer waits for ${person} as a guest: the invitation was cancelled, or accepted with another address. To invite again: ${command}`,
    hasAccepted: 'They have accepted already. To remove them, take them out of their channels in kChat.',
    acceptedMeanwhile: (person) =>
      `✅ ${person} has accepted in the meantime. To remove them, take them out of their channels in kChat.`,
    noLink: 'kChat mails the link of a guest itself and does not tell it. `resend` sends a new one.',
    elsewhere: (guests) =>
      `Guests invited to this channel in kChat itself: ${guests}. They can be cancelled among the channel’s members.`,
    until: (guest, time) => `${guest} until ${time}`,
    welcome: ({ firstName, teamName, inviterName, channels }) =>
      [
        `### Welcome${firstName && `, ${firstName}`}! 👋`,
        `You are a guest in kChat, where **${teamName}** talks.${inviterName && ` **${inviterName}** invited you and is glad to help.`}`,
        channels.length > 0 && `**Your channels:** ${joinList(channels, 'en_GB')}. Say hello there!`,
      ]
        .filter(Boolean)
        .join('\n\n'),
  },
  fr_FR: {
    mark: 'externe',
    invited: (person, channels) =>
      `✅ ${person} est invité·e comme externe dans ${channels}. Un externe n’occupe aucune place kSuite.`,
    mailed: (until) => `kChat a envoyé le lien par e-mail${until === undefined ? '' : `, valable jusqu’au ${until}`}.`,
    noAnswerYet: 'kChat n’a pas encore répondu.',
    failures: {
      invalid_email: 'kChat n’accepte pas cette adresse e-mail.',
      provider_unreachable:
        'il n’y a longtemps eu aucune réponse et j’ai cessé d’essayer. Invitez à nouveau plus tard.',
    },
    isGuest: (revoke) =>
      `C’est une invitation comme externe. Pour inviter comme utilisateur kSuite, révoquez-la d’abord : ${revoke}`,
    isUser: (revoke) =>
      `C’est une invitation comme utilisateur kSuite. Pour inviter comme externe, révoquez-la d’abord : ${revoke}`,
    revoked: (person) => `🚫 L’invitation de ${person} comme externe est révoquée : son lien ne fonctionne plus.`,
    revocationUnderWay: (person) =>
      `⏳ Je révoque l’invitation de ${person} comme externe. Je continue jusqu’à la confirmation de kChat.`,
    isGone: (person, { command }) =>
      `🚫 kChat n’attend plus ${person} comme externe : l’invitation a été annulée, ou acceptée avec une autre adresse. Pour inviter à nouveau : ${command}`,
    hasAccepted: 'L’invitation est déjà acceptée. Pour retirer la personne, enlevez-la de ses canaux dans kChat.',
    acceptedMeanwhile: (person) =>
      `✅ ${person} a accepté entre-temps. Pour retirer la personne, enlevez-la de ses canaux dans kChat.`,
    noLink: 'kChat envoie lui-même le lien d’un externe et ne le dit pas. `resend` en envoie un nouveau.',
    elsewhere: (guests) =>
      `Externes invités dans ce canal par kChat lui-même : ${guests}. L’annulation se fait parmi les membres du canal.`,
    until: (guest, time) => `${guest} jusqu’au ${time}`,
    welcome: ({ firstName, teamName, inviterName, channels }) =>
      [
        `### Bienvenue${firstName && ` ${firstName}`} ! 👋`,
        `Vous êtes dans kChat, où **${teamName}** échange, en tant qu’externe.${inviterName && ` C’est **${inviterName}** qui vous a invité·e et qui vous aidera volontiers.`}`,
        channels.length > 0 && `**Vos canaux :** ${joinList(channels, 'fr_FR')}. Passez-y dire bonjour !`,
      ]
        .filter(Boolean)
        .join('\n\n'),
  },
  de_DE: {
    mark: 'Gast',
    invited: (person, channels) =>
      `✅ ${person} ist als Gast in ${channels} eingeladen. Ein Gast braucht keinen kSuite-Platz.`,
    mailed: (until) => `kChat hat den Link gemailt${until === undefined ? '' : `, gültig bis ${until}`}.`,
    noAnswerYet: 'kChat hat noch nicht geantwortet.',
    failures: {
      invalid_email: 'kChat nimmt diese E-Mail-Adresse nicht an.',
      provider_unreachable: 'Es kam lange keine Antwort, und ich versuche es nicht weiter. Bitte später neu einladen.',
    },
    isGuest: (revoke) =>
      `Es ist eine Einladung als Gast. Für eine als kSuite-Benutzer bitte zuerst widerrufen: ${revoke}`,
    isUser: (revoke) =>
      `Es ist eine Einladung als kSuite-Benutzer. Für eine als Gast bitte zuerst widerrufen: ${revoke}`,
    revoked: (person) => `🚫 Die Einladung von ${person} als Gast ist widerrufen: Ihr Link gilt nicht mehr.`,
    revocationUnderWay: (person) =>
      `⏳ Ich widerrufe die Einladung von ${person} als Gast und bleibe dran, bis kChat es bestätigt.`,
    isGone: (person, { command }) =>
      `🚫 kChat wartet nicht mehr auf ${person} als Gast: Die Einladung wurde widerrufen oder mit einer anderen Adresse angenommen. Erneut einladen: ${command}`,
    hasAccepted: 'Die Einladung ist schon angenommen. Entfernen lässt sich die Person in kChat, aus ihren Kanälen.',
    acceptedMeanwhile: (person) =>
      `✅ ${person} hat inzwischen angenommen. Entfernen lässt sich die Person in kChat, aus ihren Kanälen.`,
    noLink: 'Den Link eines Gasts verschickt kChat selbst und verrät ihn nicht. `resend` verschickt einen neuen.',
    elsewhere: (guests) =>
      `In kChat selbst als Gäste in diesen Kanal eingeladen: ${guests}. Widerrufen lässt es sich unter den Mitgliedern des Kanals.`,
    until: (guest, time) => `${guest} bis ${time}`,
    welcome: ({ firstName, teamName, inviterName, channels }) =>
      [
        `### Willkommen${firstName && `, ${firstName}`}! 👋`,
        `Sie sind als Gast in kChat, hier spricht **${teamName}** miteinander.${inviterName && ` **${inviterName}** hat Sie eingeladen und hilft gern weiter.`}`,
        channels.length > 0 && `**Ihre Kanäle:** ${joinList(channels, 'de_DE')}. Sagen Sie dort doch kurz Hallo!`,
      ]
        .filter(Boolean)
        .join('\n\n'),
  },
  it_IT: {
    mark: 'ospite',
    invited: (person, channels) =>
      `✅ ${person} ha un invito come ospite in ${channels}. Un ospite non occupa alcun posto kSuite.`,
    mailed: (until) => `kChat ha inviato il link per e-mail${until === undefined ? '' : `, valido fino al ${until}`}.`,
    noAnswerYet: 'kChat non ha ancora risposto.',
    failures: {
      invalid_email: 'kChat non accetta questo indirizzo e-mail.',
      provider_unreachable: 'per molto tempo non c’è stata risposta e ho smesso di provare. Invita di nuovo più tardi.',
    },
    isGuest: (revoke) => `È un invito come ospite. Per uno come utente kSuite, prima va revocato: ${revoke}`,
    isUser: (revoke) => `È un invito come utente kSuite. Per uno come ospite, prima va revocato: ${revoke}`,
    revoked: (person) => `🚫 L’invito di ${person} come ospite è revocato: il suo link non funziona più.`,
    revocationUnderWay: (person) =>
      `⏳ Sto revocando l’invito di ${person} come ospite. Continuo finché kChat non conferma.`,
    isGone: (person, { command }) =>
      `🚫 kChat non aspetta più ${person} come ospite: l’invito è stato annullato, o accettato con un altro indirizzo. Per invitare di nuovo: ${command}`,
    hasAccepted: 'L’invito è già stato accettato. Per togliere la persona, levala dai suoi canali in kChat.',
    acceptedMeanwhile: (person) =>
      `✅ Nel frattempo ${person} ha accettato. Per togliere la persona, levala dai suoi canali in kChat.`,
    noLink: 'Il link di un ospite lo invia kChat stesso e non lo dice. `resend` ne invia uno nuovo.',
    elsewhere: (guests) =>
      `Ospiti invitati in questo canale da kChat stesso: ${guests}. Si annullano tra i membri del canale.`,
    until: (guest, time) => `${guest} fino al ${time}`,
    welcome: ({ firstName, teamName, inviterName, channels }) =>
      [
        `### Le diamo il benvenuto${firstName && `, ${firstName}`}! 👋`,
        `È ospite in kChat, dove **${teamName}** comunica.${inviterName && ` **${inviterName}** ha inviato l’invito e aiuta volentieri.`}`,
        channels.length > 0 && `**I suoi canali:** ${joinList(channels, 'it_IT')}. Passi a salutare!`,
      ]
        .filter(Boolean)
        .join('\n\n'),
  },
  es_ES: {
    mark: 'externo',
    invited: (person, channels) =>
      `✅ ${person} tiene una invitación como externo a ${channels}. Un externo no ocupa ninguna plaza de kSuite.`,
    mailed: (until) =>
      `kChat ha enviado el enlace por correo${until === undefined ? '' : `, válido hasta el ${until}`}.`,
    noAnswerYet: 'kChat todavía no ha respondido.',
    failures: {
      invalid_email: 'kChat no acepta esta dirección de correo.',
      provider_unreachable:
        'no hubo respuesta durante mucho tiempo y he dejado de intentarlo. Invita de nuevo más tarde.',
    },
    isGuest: (revoke) => `Es una invitación como externo. Para una como usuario de kSuite, revócala primero: ${revoke}`,
    isUser: (revoke) => `Es una invitación como usuario de kSuite. Para una como externo, revócala primero: ${revoke}`,
    revoked: (person) => `🚫 La invitación de ${person} como externo está revocada: su enlace ya no funciona.`,
    revocationUnderWay: (person) =>
      `⏳ Estoy revocando la invitación de ${person} como externo. Sigo hasta que kChat lo confirme.`,
    isGone: (person, { command }) =>
      `🚫 kChat ya no espera a ${person} como externo: la invitación se canceló, o se aceptó con otra dirección. Para invitar de nuevo: ${command}`,
    hasAccepted: 'Ya ha aceptado. Para quitar a la persona, sácala de sus canales en kChat.',
    acceptedMeanwhile: (person) =>
      `✅ ${person} ha aceptado entretanto. Para quitar a la persona, sácala de sus canales en kChat.`,
    noLink: 'El enlace de un externo lo envía el propio kChat y no lo dice. `resend` envía uno nuevo.',
    elsewhere: (guests) =>
      `Externos invitados a este canal desde kChat: ${guests}. Se cancelan entre los miembros del canal.`,
    until: (guest, time) => `${guest} hasta el ${time}`,
    welcome: ({ firstName, teamName, inviterName, channels }) =>
      [
        `### ¡Le damos la bienvenida${firstName && `, ${firstName}`}! 👋`,
        `Está como externo en kChat, donde se comunica **${teamName}**.${inviterName && ` **${inviterName}** le ha enviado la invitación y le ayudará con gusto.`}`,
        channels.length > 0 && `**Sus canales:** ${joinList(channels, 'es_ES')}. ¡Pase a saludar!`,
      ]
        .filter(Boolean)
        .join('\n\n'),
  },
};
