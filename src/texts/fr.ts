import { joinList } from './join-list.ts';
import type { Texts } from './texts.ts';

const list = (items: readonly string[]) => joinList(items, 'fr_FR');

export const french: Texts = {
  welcome: ({ firstName, teamName, inviterName, channels }) =>
    [
      `### Bienvenue${firstName && ` ${firstName}`} ! 👋`,
      `Voici kChat, l’endroit où **${teamName}** échange : messages, canaux, appels et fichiers au même endroit.`,
      inviterName &&
        `C’est **${inviterName}** qui vous a invité·e et qui vous aidera volontiers, tout comme les membres du canal Général.`,
      channels.length > 0 ? `**Vos canaux :** ${list(channels)}. Passez-y dire bonjour !` : '',
      'kChat fait partie de votre kSuite. **Mail, kDrive, Calendar, kMeet** et les autres applications se trouvent dans le **menu des applications, en haut à droite**.',
      '_Bon à savoir :_ la gestion de la kSuite (personnes, produits, factures) revient aux administrateurs et ne fait pas partie du rôle d’utilisateur. Adressez-vous à eux s’il vous manque quelque chose.',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notice: (arrivals, others) => {
    const names = arrivals.map(({ name }) => `**${name}**`);
    if (others > 0) names.push(others === 1 ? 'une autre personne' : `${others} autres personnes`);
    const inviter = arrivals.length === 1 && others === 0 ? arrivals[0]?.inviterName : undefined;
    return `👋 ${list(names)} ${names.length === 1 ? 'nous a rejoints' : 'nous ont rejoints'}.${inviter ? ` Invitation de ${inviter}.` : ''} Bienvenue !`;
  },
  arrived: (person, { channels, missing }) =>
    `✅ ${person} a accepté votre invitation et se trouve maintenant dans kChat.` +
    (channels.length > 0 ? ` Ajout effectué dans ${list(channels)}.` : '') +
    (missing.length > 0 ? ` L’ajout n’a pas été possible dans ${list(missing)} : merci de le faire à la main.` : ''),
  approved: (person) => `✅ Votre demande d’inviter ${person} a été approuvée.`,
  denied: (person, { reason }) =>
    `✋ Votre demande d’inviter ${person} n’a pas été approuvée${reason ? ` : ${reason}` : '.'}`,
  reminder: (person, { until }) => `⏰ L’invitation de ${person} se termine le ${until} et n’est pas encore acceptée.`,
  expired: (person, { command }) =>
    `⌛ L’invitation de ${person} a expiré sans réponse. Pour inviter à nouveau : ${command}`,
  keepsSeat: (command) => `Elle occupe encore sa place kSuite chez Infomaniak ; pour la libérer : ${command}`,
  rejected: (person, { command }) => `✋ ${person} a décliné votre invitation. Pour inviter à nouveau : ${command}`,
  revoked: (person, { command }) =>
    `🚫 L’invitation de ${person} a été annulée chez Infomaniak. Pour inviter à nouveau : ${command}`,
  revokedBy: (person, { by, reason, command }) =>
    `🚫 ${by} a révoqué l’invitation de ${person} : son lien ne fonctionne plus.${reason === undefined ? '' : ` Motif : ${reason}`}\nPour inviter à nouveau : ${command}`,
  acceptedLate: (person, { state }) =>
    `⚠️ ${person} a accepté une invitation qui n’était plus valable (${state}). Aucun message de bienvenue n’a été envoyé. Merci de vérifier dans le Manager si cette personne doit avoir accès.`,
  deliveryFailed: (person, { what, reason }) =>
    `⚠️ Pour ${person}, ceci n’a pas pu être fait : ${what}. ${reason} Merci de le faire à la main.`,
};
