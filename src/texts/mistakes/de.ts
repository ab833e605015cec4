import type { MistakeTexts } from './texts.ts';

export const german: MistakeTexts = {
  unknownVerb: (word, { nearest, invite, help }) =>
    nearest === undefined
      ? `${word} kenne ich nicht. Zum Einladen: ${invite}. Für alles andere: ${help}.`
      : `${word} kenne ich nicht. War ${nearest} gemeint?`,
  unknownOption: (option, { nearest, known }) =>
    `Die Option ${option} gibt es nicht. War ${nearest} gemeint? Es gibt ${known}.`,
  optionTakesNoValue: (option) => `${option} steht allein, ohne Wert.`,
  optionNeedsValue: (option) => `${option} braucht einen Wert dahinter.`,
  unreadableOptions: (known) => `Ich konnte die Optionen nicht lesen. Es gibt ${known}.`,
  channelNeedsName: 'Es fehlt der Name eines Kanals, zum Beispiel `~marketing`.',
  takesNoWords: (command) => `${command} steht allein, ohne weitere Wörter.`,
  unknownRole: (role) =>
    `Die Rolle ${role} gibt es nicht. Zur Wahl stehen user, administrator und legal-representative.`,
  unknownLanguage: (language) => `${language} spreche ich nicht. Zur Wahl stehen fr, de, it, es und en.`,
  noAddress: (example) => `Wen soll ich einladen? Ich brauche eine E-Mail-Adresse und einen Namen: ${example}.`,
  severalAddresses: 'Ich habe mehrere E-Mail-Adressen gefunden. Bitte eine Person nach der anderen einladen.',
  noName: (example) => `Ich brauche auch Vor- und Nachnamen: ${example}.`,
  noLastName: (example) => `Ich brauche auch den Nachnamen: ${example}.`,
  nameTooLong: (most) => `Ein Vor- oder Nachname hat höchstens ${most} Zeichen.`,
  noteTooLong: (most) => `Eine Notiz hat höchstens ${most} Zeichen.`,
  notAnAddress: (text) => `${text} ist keine E-Mail-Adresse. Sie sieht aus wie \`jane@acme.ch\`.`,
  oneAddressNeeded: (example) => `Von wem? Ich brauche eine E-Mail-Adresse: ${example}.`,
  domainNotAllowed: ({ domain, allowed }) =>
    `Adressen von ${domain} können hier nicht eingeladen werden. Erlaubt: ${allowed}.`,
  noLegalRepresentatives:
    'Gesetzliche Vertreter können von hier aus nicht eingeladen werden. Bitte im Manager einladen, oder die Betreiber bitten, es zu erlauben (`ALLOW_LEGAL_REPRESENTATIVE`).',
  mightyRole: ({ role, name, isOwner }) =>
    `Als ${role} könnte ${name} ${isOwner ? 'alles in der Organisation tun, auch Verträge und Zahlungen' : 'Produkte, Personen und Buchhaltung der Organisation verwalten'}. Wenn das gewollt ist: \`--confirm\` anfügen.`,
  tooManyCommands: (seconds) => `Das war zu viel auf einmal. Bitte in ${seconds} s noch einmal versuchen.`,
  tooManyInvitations: ({ most, isTeam, wait }) =>
    `${isTeam ? 'Das ganze Team' : 'Eine Person'} kann hier höchstens ${most} Personen am Tag einladen.${wait ? ` Weiter geht es in ${wait}.` : ''}`,
  tooManyAsks: (most, wait) =>
    `Du kannst höchstens ${most} Einladungen in der Stunde anfragen. Die nächste geht in ${wait}.`,
  noSuchChannel: (channel) =>
    `Es gibt keinen Kanal ${channel}, in den du jemanden aufnehmen könntest. Ist er privat, nimm mich zuerst darin auf.`,
  notInPrivateChannel: (channel) =>
    `${channel} ist privat, und ich bin nicht drin. Bitte mich dort aufnehmen lassen, dann neu einladen.`,
  channelsNotLookedUp:
    'Ich konnte die Kanäle in kChat nicht nachschlagen. Bitte in einer Minute noch einmal versuchen.',
  notAMember: 'Ich antworte nur Mitgliedern dieses kChat.',
  rightsNotChecked: 'Ich konnte bei kChat nicht prüfen, ob du das darfst. Bitte in einer Minute noch einmal versuchen.',
  tokenRefused:
    'kChat nimmt mein Token nicht mehr an. Bitte sag es den Betreibern; sobald es erneuert ist, mache ich weiter.',
  onlyAdministrators: (whom) =>
    `Nur kChat-Administratoren können in die kSuite einladen. Bitte frag jemanden von ihnen${whom && `: ${whom}`}. (Eine Rolle in der Organisation, etwa Administrator, zählt hier nicht.)`,
  otherTeam: (team) => `Ich gehöre zum Team ${team}. Bitte die Betreiber, mich auch hier zu registrieren.`,
};
