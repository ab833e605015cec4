import type { MistakeTexts } from './texts.ts';

export const italian: MistakeTexts = {
  unknownVerb: (word, { nearest, invite, help }) =>
    nearest === undefined
      ? `Non conosco ${word}. Per invitare: ${invite}. Per tutto il resto: ${help}.`
      : `Non conosco ${word}. Intendevi ${nearest}?`,
  unknownOption: (option, { nearest, known }) =>
    `L’opzione ${option} non esiste. Intendevi ${nearest}? Le opzioni sono ${known}.`,
  optionTakesNoValue: (option) => `${option} sta da sola, senza valore.`,
  optionNeedsValue: (option) => `${option} vuole un valore dopo di sé.`,
  unreadableOptions: (known) => `Non ho potuto leggere le opzioni. Sono ${known}.`,
  channelNeedsName: 'Manca il nome di un canale, per esempio `~marketing`.',
  takesNoWords: (command) => `${command} sta da solo, senza altre parole.`,
  unknownRole: (role) => `Il ruolo ${role} non esiste. Scegli user, administrator o legal-representative.`,
  unknownLanguage: (language) => `Non parlo ${language}. Scegli fr, de, it, es o en.`,
  noAddress: (example) => `Chi devo invitare? Mi servono un indirizzo e-mail e un nome: ${example}.`,
  severalAddresses: 'Ho trovato più di un indirizzo e-mail. Invita una persona alla volta.',
  noName: (example) => `Mi servono anche nome e cognome: ${example}.`,
  noLastName: (example) => `Mi serve anche il cognome: ${example}.`,
  nameTooLong: (most) => `Un nome o cognome può avere al massimo ${most} caratteri.`,
  noteTooLong: (most) => `Una nota può avere al massimo ${most} caratteri.`,
  notAnAddress: (text) => `${text} non è un indirizzo e-mail. Scrivilo come \`jane@acme.ch\`.`,
  oneAddressNeeded: (example) => `Di chi? Mi serve un indirizzo e-mail: ${example}.`,
  domainNotAllowed: ({ domain, allowed }) =>
    `Gli indirizzi di ${domain} non possono essere invitati qui. Permessi: ${allowed}.`,
  noLegalRepresentatives:
    'Da qui non si possono invitare rappresentanti legali. Fallo nel Manager, o chiedi a chi mi gestisce di permetterlo (`ALLOW_LEGAL_REPRESENTATIVE`).',
  mightyRole: ({ role, name, isOwner }) =>
    `Come ${role}, ${name} potrebbe ${isOwner ? 'fare tutto nell’organizzazione, contratti e pagamenti compresi' : 'gestire prodotti, persone e contabilità dell’organizzazione'}. Se è ciò che vuoi, aggiungi \`--confirm\`.`,
  tooManyCommands: (seconds) => `Era troppo in una volta. Riprova tra ${seconds} s.`,
  tooManyInvitations: ({ most, isTeam, wait }) =>
    `${isTeam ? 'Tutto il team può' : 'Una persona può'} invitare qui al massimo ${most} persone al giorno.${wait ? ` Puoi continuare tra ${wait}.` : ''}`,
  tooManyAsks: (most, wait) => `Puoi chiedere al massimo ${most} inviti all’ora. Puoi chiederne altri tra ${wait}.`,
  noSuchChannel: (channel) =>
    `Non c’è un canale ${channel} in cui potresti aggiungere persone. Se è privato, aggiungi prima me.`,
  notInPrivateChannel: (channel) => `${channel} è privato e io non ci sono. Fammi aggiungere, poi invita di nuovo.`,
  channelsNotLookedUp: 'Non ho potuto cercare i canali in kChat. Riprova tra un minuto.',
  notAMember: 'Rispondo solo ai membri di questo kChat.',
  rightsNotChecked: 'Non ho potuto verificare con kChat se puoi farlo. Riprova tra un minuto.',
  tokenRefused: 'kChat non accetta più il mio token. Avvisa chi mi gestisce; proseguirò quando sarà rinnovato.',
  onlyAdministrators: (whom) =>
    `Solo gli amministratori di kChat possono invitare nella kSuite. Chiedi a uno di loro${whom && `: ${whom}`}. (Un ruolo nell’organizzazione, come Amministratore, qui non conta.)`,
  otherTeam: (team) => `Appartengo al team ${team}. Chiedi a chi mi gestisce di registrarmi anche qui.`,
};
