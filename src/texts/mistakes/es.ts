import type { MistakeTexts } from './texts.ts';

export const spanish: MistakeTexts = {
  unknownVerb: (word, { nearest, invite, help }) =>
    nearest === undefined
      ? `No conozco ${word}. Para invitar: ${invite}. Para todo lo demás: ${help}.`
      : `No conozco ${word}. ¿Querías decir ${nearest}?`,
  unknownOption: (option, { nearest, known }) =>
    `La opción ${option} no existe. ¿Querías decir ${nearest}? Las opciones son ${known}.`,
  optionTakesNoValue: (option) => `${option} va sola, sin valor.`,
  optionNeedsValue: (option) => `${option} necesita un valor detrás.`,
  unreadableOptions: (known) => `No he podido leer las opciones. Son ${known}.`,
  channelNeedsName: 'Falta el nombre de un canal, por ejemplo `~marketing`.',
  takesNoWords: (command) => `${command} va solo, sin más palabras.`,
  unknownRole: (role) => `El rol ${role} no existe. Elige user, administrator o legal-representative.`,
  unknownLanguage: (language) => `No hablo ${language}. Elige fr, de, it, es o en.`,
  noAddress: (example) => `¿A quién invito? Necesito una dirección de correo y un nombre: ${example}.`,
  severalAddresses: 'He encontrado más de una dirección de correo. Invita a una persona cada vez.',
  noName: (example) => `También necesito el nombre y el apellido: ${example}.`,
  noLastName: (example) => `También necesito el apellido: ${example}.`,
  nameTooLong: (most) => `Un nombre o apellido puede tener como máximo ${most} caracteres.`,
  noteTooLong: (most) => `Una nota puede tener como máximo ${most} caracteres.`,
  notAnAddress: (text) => `${text} no es una dirección de correo. Escríbela como \`jane@acme.ch\`.`,
  oneAddressNeeded: (example) => `¿De quién? Necesito una dirección de correo: ${example}.`,
  domainNotAllowed: ({ domain, allowed }) =>
    `Aquí no se puede invitar a direcciones de ${domain}. Permitidas: ${allowed}.`,
  noLegalRepresentatives:
    'Desde aquí no se puede invitar a representantes legales. Hazlo en el Manager, o pide a quien me gestiona que lo permita (`ALLOW_LEGAL_REPRESENTATIVE`).',
  mightyRole: ({ role, name, isOwner }) =>
    `Como ${role}, ${name} podría ${isOwner ? 'hacer todo en la organización, contratos y pagos incluidos' : 'gestionar productos, personas y contabilidad de la organización'}. Si es lo que quieres, añade \`--confirm\`.`,
  tooManyCommands: (seconds) => `Ha sido demasiado a la vez. Inténtalo de nuevo en ${seconds} s.`,
  tooManyInvitations: ({ most, isTeam, wait }) =>
    `${isTeam ? 'Todo el equipo puede' : 'Una persona puede'} invitar aquí como máximo a ${most} personas al día.${wait ? ` Podrás seguir en ${wait}.` : ''}`,
  tooManyAsks: (most, wait) => `Puedes pedir como máximo ${most} invitaciones por hora. Podrás pedir más en ${wait}.`,
  noSuchChannel: (channel) =>
    `No hay ningún canal ${channel} al que puedas añadir personas. Si es privado, añádeme antes.`,
  notInPrivateChannel: (channel) => `${channel} es privado y no estoy en él. Haz que me añadan y vuelve a invitar.`,
  channelsNotLookedUp: 'No he podido buscar los canales en kChat. Inténtalo de nuevo en un minuto.',
  notAMember: 'Solo respondo a miembros de este kChat.',
  rightsNotChecked: 'No he podido comprobar con kChat si puedes hacerlo. Inténtalo de nuevo en un minuto.',
  tokenRefused: 'kChat ya no acepta mi token. Avisa a quien me gestiona; seguiré cuando esté renovado.',
  onlyAdministrators: (whom) =>
    `Solo los administradores de kChat pueden invitar a la kSuite. Pregunta a uno de ellos${whom && `: ${whom}`}. (Un rol en la organización, como Administrador, no cuenta aquí.)`,
  otherTeam: (team) => `Pertenezco al equipo ${team}. Pide a quien me gestiona que me registre también aquí.`,
};
