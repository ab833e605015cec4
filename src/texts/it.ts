import { joinList } from './join-list.ts';
import type { Texts } from './texts.ts';

const list = (items: readonly string[]) => joinList(items, 'it_IT');

export const italian: Texts = {
  welcome: ({ firstName, teamName, inviterName, channels }) =>
    [
      `### Le diamo il benvenuto${firstName && `, ${firstName}`}! 👋`,
      `Questo è kChat, dove **${teamName}** comunica: messaggi, canali, chiamate e file in un solo posto.`,
      inviterName && `**${inviterName}** ha inviato l’invito e aiuta volentieri, come tutti nel canale Generale.`,
      channels.length > 0 ? `**I suoi canali:** ${list(channels)}. Passi a salutare!` : '',
      'kChat fa parte della sua kSuite. **Mail, kDrive, Calendar, kMeet** e le altre app si trovano nel **menu delle app, in alto a destra**.',
      '_Buono a sapersi:_ la gestione della kSuite (persone, prodotti, fatture) spetta agli amministratori e non fa parte del ruolo di utente. Si rivolga a loro se le manca qualcosa.',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notice: (arrivals, others) => {
    const names = arrivals.map(({ name }) => `**${name}**`);
    if (others > 0) names.push(others === 1 ? 'un’altra persona' : `altre ${others} persone`);
    const inviter = arrivals.length === 1 && others === 0 ? arrivals[0]?.inviterName : undefined;
    return `👋 ${list(names)} ${names.length === 1 ? 'è' : 'sono'} ora con noi.${inviter ? ` Invito di ${inviter}.` : ''} Un caloroso benvenuto!`;
  },
  arrived: (person, { channels, missing }) =>
    `✅ ${person} ha accettato il tuo invito ed è ora in kChat.` +
    (channels.length > 0 ? ` Aggiunta eseguita in ${list(channels)}.` : '') +
    (missing.length > 0 ? ` Non è stato possibile in ${list(missing)}: fallo a mano, per favore.` : ''),
  approved: (person) => `✅ La tua richiesta di invitare ${person} è stata approvata.`,
  denied: (person, { reason }) =>
    `✋ La tua richiesta di invitare ${person} non è stata approvata${reason ? `: ${reason}` : '.'}`,
  reminder: (person, { until }) => `⏰ L’invito di ${person} scade il ${until} e non è ancora stato accettato.`,
  expired: (person, { command }) =>
    `⌛ L’invito di ${person} è scaduto senza risposta. Per invitare di nuovo: ${command}`,
  keepsSeat: (command) => `Occupa ancora il suo posto kSuite presso Infomaniak; per liberarlo: ${command}`,
  rejected: (person, { command }) => `✋ ${person} ha rifiutato il tuo invito. Per invitare di nuovo: ${command}`,
  revoked: (person, { command }) =>
    `🚫 L’invito di ${person} è stato annullato presso Infomaniak. Per invitare di nuovo: ${command}`,
  revokedBy: (person, { by, reason, command }) =>
    `🚫 ${by} ha revocato l’invito di ${person}: il suo link non funziona più.${reason === undefined ? '' : ` Motivo: ${reason}`}\nPer invitare di nuovo: ${command}`,
  acceptedLate: (person, { state }) =>
    `⚠️ ${person} ha accettato un invito non più valido (${state}). Non è stato inviato alcun benvenuto. Verifica nel Manager se questa persona deve avere accesso.`,
  deliveryFailed: (person, { what, reason }) =>
    `⚠️ Per ${person} non è stato possibile: ${what}. ${reason} Fallo a mano, per favore.`,
};
