import { joinList } from './join-list.ts';
import type { Texts } from './texts.ts';

const list = (items: readonly string[]) => joinList(items, 'de_DE');

export const german: Texts = {
  welcome: ({ firstName, teamName, inviterName, channels }) =>
    [
      `### Willkommen${firstName && `, ${firstName}`}! 👋`,
      `Das ist kChat, hier spricht **${teamName}** miteinander: Nachrichten, Kanäle, Anrufe und Dateien an einem Ort.`,
      inviterName && `**${inviterName}** hat Sie eingeladen und hilft gern weiter, ebenso alle im Kanal Allgemein.`,
      channels.length > 0 ? `**Ihre Kanäle:** ${list(channels)}. Sagen Sie dort doch kurz Hallo!` : '',
      'kChat ist ein Teil Ihrer kSuite. **Mail, kDrive, Calendar, kMeet** und die anderen Apps finden Sie im **App-Menü oben rechts**.',
      '_Gut zu wissen:_ Die Verwaltung der kSuite (Personen, Produkte, Rechnungen) ist Sache der Administratorinnen und Administratoren und gehört nicht zur Rolle «Benutzer». Fragen Sie dort nach, wenn Ihnen etwas fehlt.',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notice: (arrivals, others) => {
    const names = arrivals.map(({ name }) => `**${name}**`);
    if (others > 0) names.push(others === 1 ? 'eine weitere Person' : `${others} weitere Personen`);
    const inviter = arrivals.length === 1 && others === 0 ? arrivals[0]?.inviterName : undefined;
    return `👋 ${list(names)} ${names.length === 1 ? 'ist' : 'sind'} jetzt bei uns.${inviter ? ` Eingeladen von ${inviter}.` : ''} Willkommen!`;
  },
  arrived: (person, { channels, missing }) =>
    `✅ ${person} hat deine Einladung angenommen und ist jetzt in kChat.` +
    (channels.length > 0 ? ` Hinzugefügt zu ${list(channels)}.` : '') +
    (missing.length > 0 ? ` Nicht möglich war es in ${list(missing)}: bitte von Hand hinzufügen.` : ''),
  approved: (person) => `✅ Deine Anfrage, ${person} einzuladen, wurde freigegeben.`,
  denied: (person, { reason }) =>
    `✋ Deine Anfrage, ${person} einzuladen, wurde nicht freigegeben${reason ? `: ${reason}` : '.'}`,
  reminder: (person, { until }) => `⏰ Die Einladung von ${person} endet am ${until} und ist noch nicht angenommen.`,
  expired: (person, { command }) =>
    `⌛ Die Einladung von ${person} ist ohne Antwort abgelaufen. Erneut einladen: ${command}`,
  keepsSeat: (command) => `Bei Infomaniak belegt sie ihren kSuite-Platz weiter; zum Freigeben: ${command}`,
  rejected: (person, { command }) => `✋ ${person} hat deine Einladung abgelehnt. Erneut einladen: ${command}`,
  revoked: (person, { command }) =>
    `🚫 Die Einladung von ${person} wurde bei Infomaniak zurückgezogen. Erneut einladen: ${command}`,
  revokedBy: (person, { by, reason, command }) =>
    `🚫 ${by} hat die Einladung von ${person} widerrufen: Ihr Link gilt nicht mehr.${reason === undefined ? '' : ` Grund: ${reason}`}\nErneut einladen: ${command}`,
  acceptedLate: (person, { state }) =>
    `⚠️ ${person} hat eine Einladung angenommen, die nicht mehr gültig war (${state}). Es wurde keine Begrüssung gesendet. Bitte prüfe im Manager, ob diese Person Zugriff haben soll.`,
  deliveryFailed: (person, { what, reason }) =>
    `⚠️ Für ${person} war dies nicht möglich: ${what}. ${reason} Bitte von Hand erledigen.`,
};
