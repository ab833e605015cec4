import type { Locale } from '../../ports/provisioning.ts';

interface HelpTexts {
  summary: string;
  title: string;
  columns: readonly [type: string, to: string];
  more: (command: string) => string;
  examples: string;
}

export const helpTexts: Readonly<Record<Locale, HelpTexts>> = {
  en_GB: {
    summary: 'Show this help, or all about one verb',
    title:
      '**Invite people to this kSuite and know when they are here.** One line does it; the newcomer is welcomed, the channels and you are told.',
    columns: ['Type', 'to'],
    more: (command) =>
      `More about one of them: ${command}. Only kChat administrators may invite; answers are shown to you alone.`,
    examples: 'For example:',
  },
  fr_FR: {
    summary: 'Afficher cette aide, ou tout sur un verbe',
    title:
      '**Invitez des personnes dans cette kSuite et sachez quand elles arrivent.** Une ligne suffit ; la personne est accueillie, les canaux et vous êtes prévenus.',
    columns: ['Tapez', 'pour'],
    more: (command) =>
      `Tout sur l’un d’eux : ${command}. Seuls les administrateurs de kChat peuvent inviter ; vous seul voyez les réponses.`,
    examples: 'Par exemple :',
  },
  de_DE: {
    summary: 'Diese Hilfe zeigen, oder alles über ein Verb',
    title:
      '**Lade in diese kSuite ein und wisse, wann jemand da ist.** Eine Zeile genügt; begrüsst wird von selbst, die Kanäle und du erfahren es.',
    columns: ['Schreibe', 'um'],
    more: (command) =>
      `Mehr über eines davon: ${command}. Nur kChat-Administratoren dürfen einladen; die Antworten siehst nur du.`,
    examples: 'Zum Beispiel:',
  },
  it_IT: {
    summary: 'Mostrare questo aiuto, o tutto su un verbo',
    title:
      '**Invita persone in questa kSuite e sappi quando arrivano.** Basta una riga; chi arriva riceve il benvenuto, i canali e tu siete avvisati.',
    columns: ['Scrivi', 'per'],
    more: (command) =>
      `Di più su uno di essi: ${command}. Solo gli amministratori di kChat possono invitare; le risposte le vedi solo tu.`,
    examples: 'Per esempio:',
  },
  es_ES: {
    summary: 'Mostrar esta ayuda, o todo sobre un verbo',
    title:
      '**Invita a personas a esta kSuite y entérate de cuándo llegan.** Basta una línea; quien llega recibe la bienvenida, los canales y tú os enteráis.',
    columns: ['Escribe', 'para'],
    more: (command) =>
      `Más sobre uno de ellos: ${command}. Solo los administradores de kChat pueden invitar; las respuestas solo las ves tú.`,
    examples: 'Por ejemplo:',
  },
};
