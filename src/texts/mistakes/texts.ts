/** What people read whose words can't be used, or who may not do what they ask for. What is passed in is safe to post. */
export interface MistakeTexts {
  unknownVerb: (word: string, facts: { nearest: string | undefined; invite: string; help: string }) => string;
  /** Options. */
  unknownOption: (option: string, facts: { nearest: string; known: string }) => string;
  optionTakesNoValue: (option: string) => string;
  optionNeedsValue: (option: string) => string;
  unreadableOptions: (known: string) => string;
  channelNeedsName: string;
  takesNoWords: (command: string) => string;
  unknownRole: (role: string) => string;
  unknownLanguage: (language: string) => string;
  /** Persons. */
  noAddress: (example: string) => string;
  severalAddresses: string;
  noName: (example: string) => string;
  noLastName: (example: string) => string;
  nameTooLong: (most: number) => string;
  noteTooLong: (most: number) => string;
  notAnAddress: (text: string) => string;
  oneAddressNeeded: (example: string) => string;
  /** Policy. */
  domainNotAllowed: (facts: { domain: string; allowed: string }) => string;
  noLegalRepresentatives: string;
  mightyRole: (facts: { role: string; name: string; isOwner: boolean }) => string;
  /** Limits. */
  tooManyCommands: (seconds: number) => string;
  /** Without a wait, it is too many at once. */
  tooManyInvitations: (facts: { most: number; isTeam: boolean; wait?: string }) => string;
  tooManyAsks: (most: number, wait: string) => string;
  /** Channels. */
  noSuchChannel: (channel: string) => string;
  notInPrivateChannel: (channel: string) => string;
  channelsNotLookedUp: string;
  /** Callers. */
  notAMember: string;
  rightsNotChecked: string;
  tokenRefused: string;
  onlyAdministrators: (whom: string) => string;
  otherTeam: (team: string) => string;
}
