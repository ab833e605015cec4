import type { MistakeTexts } from './texts.ts';

export const french: MistakeTexts = {
  unknownVerb: (word, { nearest, invite, help }) =>
    nearest === undefined
      ? `Je ne connais pas ${word}. Pour inviter : ${invite}. Pour tout le reste : ${help}.`
      : `Je ne connais pas ${word}. Vouliez-vous dire ${nearest} ?`,
  unknownOption: (option, { nearest, known }) =>
    `L’option ${option} n’existe pas. Vouliez-vous dire ${nearest} ? Les options sont ${known}.`,
  optionTakesNoValue: (option) => `${option} s’emploie seule, sans valeur.`,
  optionNeedsValue: (option) => `${option} doit être suivie d’une valeur.`,
  unreadableOptions: (known) => `Je n’ai pas pu lire les options. Ce sont ${known}.`,
  channelNeedsName: 'Il manque le nom d’un canal, par exemple `~marketing`.',
  takesNoWords: (command) => `${command} s’emploie seule, sans autres mots.`,
  unknownRole: (role) => `Le rôle ${role} n’existe pas. Choisissez user, administrator ou legal-representative.`,
  unknownLanguage: (language) => `Je ne parle pas ${language}. Choisissez fr, de, it, es ou en.`,
  noAddress: (example) => `Qui dois-je inviter ? Il me faut une adresse e-mail et un nom : ${example}.`,
  severalAddresses: 'J’ai trouvé plusieurs adresses e-mail. Invitez une personne à la fois.',
  noName: (example) => `Il me faut aussi le prénom et le nom : ${example}.`,
  noLastName: (example) => `Il me faut aussi le nom de famille : ${example}.`,
  nameTooLong: (most) => `Un prénom ou un nom compte au plus ${most} caractères.`,
  noteTooLong: (most) => `Une note compte au plus ${most} caractères.`,
  notAnAddress: (text) => `${text} n’est pas une adresse e-mail. Écrivez-la comme \`jane@acme.ch\`.`,
  oneAddressNeeded: (example) => `De qui ? Il me faut une adresse e-mail : ${example}.`,
  domainNotAllowed: ({ domain, allowed }) =>
    `Les adresses de ${domain} ne peuvent pas être invitées ici. Autorisées : ${allowed}.`,
  noLegalRepresentatives:
    'On ne peut pas inviter de représentants légaux depuis ici. Faites-le dans le Manager, ou demandez à la personne qui m’exploite de l’autoriser (`ALLOW_LEGAL_REPRESENTATIVE`).',
  mightyRole: ({ role, name, isOwner }) =>
    `Comme ${role}, ${name} pourrait ${isOwner ? 'tout faire dans l’organisation, contrats et paiements compris' : 'gérer les produits, les personnes et la comptabilité de l’organisation'}. Si c’est bien voulu, ajoutez \`--confirm\`.`,
  tooManyCommands: (seconds) => `C’était trop à la fois. Réessayez dans ${seconds} s.`,
  tooManyInvitations: ({ most, isTeam, wait }) =>
    `${isTeam ? 'Toute l’équipe peut' : 'Une personne peut'} inviter ici au plus ${most} personnes par jour.${wait ? ` Vous pourrez continuer dans ${wait}.` : ''}`,
  tooManyAsks: (most, wait) =>
    `Vous pouvez demander au plus ${most} invitations par heure. Vous pourrez en demander d’autres dans ${wait}.`,
  noSuchChannel: (channel) =>
    `Il n’y a pas de canal ${channel} où vous pourriez ajouter des personnes. S’il est privé, ajoutez-m’y d’abord.`,
  notInPrivateChannel: (channel) =>
    `${channel} est privé et je n’y suis pas. Faites-m’y ajouter, puis invitez à nouveau.`,
  channelsNotLookedUp: 'Je n’ai pas pu chercher les canaux dans kChat. Réessayez dans une minute.',
  notAMember: 'Je ne réponds qu’aux membres de ce kChat.',
  rightsNotChecked: 'Je n’ai pas pu vérifier auprès de kChat si vous en avez le droit. Réessayez dans une minute.',
  tokenRefused:
    'kChat n’accepte plus mon jeton. Prévenez la personne qui m’exploite ; je continuerai dès qu’il sera renouvelé.',
  onlyAdministrators: (whom) =>
    `Seuls les administrateurs de kChat peuvent inviter dans la kSuite. Adressez-vous à l’un d’eux${whom && ` : ${whom}`}. (Un rôle dans l’organisation, comme Administrateur, ne compte pas ici.)`,
  otherTeam: (team) =>
    `J’appartiens à l’équipe ${team}. Demandez à la personne qui m’exploite de m’enregistrer ici aussi.`,
};
