import type { Locale } from '../../ports/provisioning.ts';

interface HelpTexts {
  summary: string;
  title: string;
  unknown: (verb: string) => string;
  columns: readonly [type: string, to: string];
  more: (command: string) => string;
  /** To somebody who may only ask. */
  asks: (command: string) => string;
  examples: string;
}

export const helpTexts: Readonly<Record<Locale, HelpTexts>> = {
  en_GB: {
    summary: 'Show this help, or all about one verb',
    title:
      '**Invite people to this kSuite and know when they are here.** One line does it; the newcomer is welcomed, the channels and you are told.',
    unknown: (verb) => `There is no verb ${verb}. These are all:`,
    columns: ['Type', 'to'],
    more: (command) =>
      `More about one of them: ${command}. Only kChat administrators may invite; answers are shown to you alone.`,
    asks: (command) =>
      `More about it: ${command}. You ask, and an administrator decides; answers are shown to you alone.`,
    examples: 'For example:',
  },
  fr_FR: {
    summary: 'Afficher cette aide, ou tout sur un verbe',
    title:
      '**Invitez des personnes dans cette kSuite et sachez quand elles arrivent.** Une ligne suffit ; la personne est accueillie, les canaux et vous êtes prévenus.',
    unknown: (verb) => `Le verbe ${verb} n’existe pas. Les voici tous :`,
    columns: ['Tapez', 'pour'],
    more: (command) =>
      `Tout sur l’un d’eux : ${command}. Seuls les administrateurs de kChat peuvent inviter ; vous seul voyez les réponses.`,
    asks: (command) =>
      `Plus de détails : ${command}. Vous demandez, un administrateur décide ; vous seul voyez les réponses.`,
    examples: 'Par exemple :',
  },
  de_DE: {
    summary: 'Diese Hilfe zeigen, oder alles über ein Verb',
    title:
      '**Lade in diese kSuite ein und wisse, wann jemand da ist.** Eine Zeile genügt; begrüsst wird von selbst, die Kanäle und du erfahren es.',
    unknown: (verb) => `Das Verb ${verb} gibt es nicht. Das sind alle:`,
    columns: ['Schreibe', 'um'],
    more: (command) =>
      `Mehr über eines davon: ${command}. Nur kChat-Administratoren dürfen einladen; die Antworten siehst nur du.`,
    asks: (command) =>
      `Mehr dazu: ${command}. Du fragst an, und ein Administrator entscheidet; die Antworten siehst nur du.`,
    examples: 'Zum Beispiel:',
  },
  it_IT: {
    summary: 'Mostrare questo aiuto, o tutto su un verbo',
    title:
      '**Invita persone in questa kSuite e sappi quando arrivano.** Basta una riga; chi arriva riceve il benvenuto, i canali e tu siete avvisati.',
    unknown: (verb) => `Il verbo ${verb} non esiste. Eccoli tutti:`,
    columns: ['Scrivi', 'per'],
    more: (command) =>
      `Di più su uno di essi: ${command}. Solo gli amministratori di kChat possono invitare; le risposte le vedi solo tu.`,
    asks: (command) =>
      `Maggiori dettagli: ${command}. Tu chiedi e un amministratore decide; le risposte le vedi solo tu.`,
    examples: 'Per esempio:',
  },
  es_ES: {
    summary: 'Mostrar esta ayuda, o todo sobre un verbo',
    title:
      '**Invita a personas a esta kSuite y entérate de cuándo llegan.** Basta una línea; quien llega recibe la bienvenida, los canales y tú os enteráis.',
    unknown: (verb) => `El verbo ${verb} no existe. Estos son todos:`,
    columns: ['Escribe', 'para'],
    more: (command) =>
      `Más sobre uno de ellos: ${command}. Solo los administradores de kChat pueden invitar; las respuestas solo las ves tú.`,
    asks: (command) => `Más detalles: ${command}. Tú pides y un administrador decide; las respuestas solo las ves tú.`,
    examples: 'Por ejemplo:',
  },
};
