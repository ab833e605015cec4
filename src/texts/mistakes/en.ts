import type { MistakeTexts } from './texts.ts';

export const english: MistakeTexts = {
  unknownVerb: (word, { nearest, invite, help }) =>
    nearest === undefined
      ? `I don't know ${word}. To invite: ${invite}. For everything else: ${help}.`
      : `I don't know ${word}. Did you mean ${nearest}?`,
  unknownOption: (option, { nearest, known }) =>
    `There is no option ${option}. Did you mean ${nearest}? The options are ${known}.`,
  optionTakesNoValue: (option) => `${option} stands alone, without a value.`,
  optionNeedsValue: (option) => `${option} needs a value after it.`,
  unreadableOptions: (known) => `I could not read the options. They are ${known}.`,
  channelNeedsName: 'The name of a channel is missing, such as `~marketing`.',
  takesNoWords: (command) => `${command} stands alone, without more words.`,
  unknownRole: (role) => `There is no role ${role}. Choose user, administrator or legal-representative.`,
  unknownLanguage: (language) => `I don't speak ${language}. Choose fr, de, it, es or en.`,
  noAddress: (example) => `Whom shall I invite? I need an e-mail address and a name: ${example}.`,
  severalAddresses: 'I found more than one e-mail address. Invite one person at a time.',
  noName: (example) => `I also need the first and last name: ${example}.`,
  noLastName: (example) => `I also need the last name: ${example}.`,
  nameTooLong: (most) => `A first or last name can have at most ${most} characters.`,
  noteTooLong: (most) => `A note can have at most ${most} characters.`,
  notAnAddress: (text) => `${text} is not an e-mail address. Write it like \`jane@acme.ch\`.`,
  oneAddressNeeded: (example) => `Whose? I need one e-mail address: ${example}.`,
  domainNotAllowed: ({ domain, allowed }) => `Addresses of ${domain} can't be invited here. Allowed: ${allowed}.`,
  noLegalRepresentatives:
    'Legal representatives can’t be invited from here. Do it in the Manager, or ask whoever runs me to allow it (`ALLOW_LEGAL_REPRESENTATIVE`).',
  mightyRole: ({ role, name, isOwner }) =>
    `As ${role}, ${name} could ${isOwner ? 'do everything in the organization, contracts and payments included' : 'manage products, people and accounting of the organization'}. If that is what you want, add \`--confirm\`.`,
  tooManyCommands: (seconds) => `That was too much at once. Please try again in ${seconds} s.`,
  tooManyInvitations: ({ most, isTeam, wait }) =>
    `${isTeam ? 'The whole team' : 'One person'} can invite at most ${most} people a day here.${wait ? ` You can go on in ${wait}.` : ''}`,
  tooManyAsks: (most, wait) => `You can ask for at most ${most} invitations an hour. You can ask again in ${wait}.`,
  noSuchChannel: (channel) =>
    `There is no channel ${channel} that you could add people to. If it is private, add me to it first.`,
  notInPrivateChannel: (channel) =>
    `${channel} is private and I am not in it. Let somebody add me there, then invite again.`,
  channelsNotLookedUp: 'I could not look up the channels in kChat. Please try again in a minute.',
  notAMember: 'I only answer members of this kChat.',
  rightsNotChecked: 'I could not check with kChat whether you may do this. Please try again in a minute.',
  tokenRefused: 'kChat no longer accepts my token. Please tell whoever runs me; I will go on when it is renewed.',
  onlyAdministrators: (whom) =>
    `Only kChat administrators can invite people to the kSuite. Please ask one of them${whom && `: ${whom}`}. (A role in the organization, such as Administrator, does not count here.)`,
  otherTeam: (team) => `I belong to the team ${team}. Ask whoever runs me to register me here too.`,
};
