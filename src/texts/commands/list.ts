import type { Locale } from '../../ports/provisioning.ts';

interface ListTexts {
  summary: string;
  tooMany: string;
  neither: (word: string, states: string) => string;
  none: (state: string) => string;
  nobody: (invite: string) => string;
  tooFar: (pages: number) => string;
  title: (total: number, state: string | undefined) => string;
  /** When there are too many to be counted. */
  moreThan: (counted: number, state: string | undefined) => string;
  page: (page: number, pages: number | undefined) => string;
  columns: readonly [person: string, email: string, state: string, since: string, until: string, inviter: string];
  /** Rows that have no room in one message. */
  leftOut: (rows: number) => string;
  inDetail: (command: string) => string;
  more: (command: string) => string;
}

export const listTexts: Readonly<Record<Locale, ListTexts>> = {
  en_GB: {
    summary: 'Show the invitations, newest first',
    tooMany: 'I take one state and one page number.',
    neither: (word, states) => `${word} is neither a page nor a state. The states are ${states}.`,
    none: (state) => `No invitation is in the state “${state}”.`,
    nobody: (invite) => `Nobody was invited here yet. Start with ${invite}.`,
    tooFar: (pages) => (pages === 1 ? 'There is only one page.' : `There are only ${pages} pages.`),
    title: (total, state) => `${total} ${total === 1 ? 'invitation' : 'invitations'}${state ? ` (${state})` : ''}`,
    moreThan: (counted, state) => `More than ${counted} invitations${state ? ` (${state})` : ''}`,
    page: (page, pages) => `page ${page}${pages === undefined ? '' : ` of ${pages}`}`,
    columns: ['Person', 'E-mail', 'State', 'Since', 'Until', 'Invited by'],
    leftOut: (rows) =>
      `${rows === 1 ? 'One more row of this page is' : `${rows} more rows of this page are`} too long for one message.`,
    inDetail: (command) => `One person in detail: ${command}.`,
    more: (command) => `More: ${command}`,
  },
  fr_FR: {
    summary: 'Afficher les invitations, la plus récente d’abord',
    tooMany: 'Je prends un état et un numéro de page.',
    neither: (word, states) => `${word} n’est ni une page ni un état. Les états sont ${states}.`,
    none: (state) => `Aucune invitation dans l’état « ${state} ».`,
    nobody: (invite) => `Personne n’a encore été invité ici. Commencez avec ${invite}.`,
    tooFar: (pages) => (pages === 1 ? 'Il n’y a qu’une page.' : `Il n’y a que ${pages} pages.`),
    title: (total, state) => `${total} ${total < 2 ? 'invitation' : 'invitations'}${state ? ` (${state})` : ''}`,
    moreThan: (counted, state) => `Plus de ${counted} invitations${state ? ` (${state})` : ''}`,
    page: (page, pages) => `page ${page}${pages === undefined ? '' : ` sur ${pages}`}`,
    columns: ['Personne', 'E-mail', 'État', 'Depuis', 'Jusqu’au', 'Invitée par'],
    leftOut: (rows) =>
      `${rows === 1 ? 'Une autre ligne de cette page est trop longue' : `${rows} autres lignes de cette page sont trop longues`} pour un seul message.`,
    inDetail: (command) => `Une personne en détail : ${command}.`,
    more: (command) => `Suite : ${command}`,
  },
  de_DE: {
    summary: 'Die Einladungen zeigen, die neueste zuerst',
    tooMany: 'Ich nehme einen Zustand und eine Seitenzahl.',
    neither: (word, states) => `${word} ist weder eine Seite noch ein Zustand. Die Zustände sind ${states}.`,
    none: (state) => `Keine Einladung ist im Zustand «${state}».`,
    nobody: (invite) => `Hier wurde noch niemand eingeladen. Los geht es mit ${invite}.`,
    tooFar: (pages) => (pages === 1 ? 'Es gibt nur eine Seite.' : `Es gibt nur ${pages} Seiten.`),
    title: (total, state) => `${total} ${total === 1 ? 'Einladung' : 'Einladungen'}${state ? ` (${state})` : ''}`,
    moreThan: (counted, state) => `Mehr als ${counted} Einladungen${state ? ` (${state})` : ''}`,
    page: (page, pages) => `Seite ${page}${pages === undefined ? '' : ` von ${pages}`}`,
    columns: ['Person', 'E-Mail', 'Zustand', 'Seit', 'Bis', 'Eingeladen von'],
    leftOut: (rows) =>
      `${rows === 1 ? 'Eine weitere Zeile dieser Seite ist' : `${rows} weitere Zeilen dieser Seite sind`} zu lang für eine Nachricht.`,
    inDetail: (command) => `Eine Person im Einzelnen: ${command}.`,
    more: (command) => `Mehr: ${command}`,
  },
  it_IT: {
    summary: 'Mostrare gli inviti, dal più recente',
    tooMany: 'Accetto uno stato e un numero di pagina.',
    neither: (word, states) => `${word} non è né una pagina né uno stato. Gli stati sono ${states}.`,
    none: (state) => `Nessun invito nello stato «${state}».`,
    nobody: (invite) => `Qui non è ancora stato invitato nessuno. Comincia con ${invite}.`,
    tooFar: (pages) => (pages === 1 ? 'C’è una sola pagina.' : `Ci sono solo ${pages} pagine.`),
    title: (total, state) => `${total} ${total === 1 ? 'invito' : 'inviti'}${state ? ` (${state})` : ''}`,
    moreThan: (counted, state) => `Più di ${counted} inviti${state ? ` (${state})` : ''}`,
    page: (page, pages) => `pagina ${page}${pages === undefined ? '' : ` di ${pages}`}`,
    columns: ['Persona', 'E-mail', 'Stato', 'Da', 'Fino a', 'Invitata da'],
    leftOut: (rows) =>
      `${rows === 1 ? 'Un’altra riga di questa pagina è troppo lunga' : `Altre ${rows} righe di questa pagina sono troppo lunghe`} per un solo messaggio.`,
    inDetail: (command) => `Una persona in dettaglio: ${command}.`,
    more: (command) => `Altro: ${command}`,
  },
  es_ES: {
    summary: 'Mostrar las invitaciones, la más reciente primero',
    tooMany: 'Acepto un estado y un número de página.',
    neither: (word, states) => `${word} no es ni una página ni un estado. Los estados son ${states}.`,
    none: (state) => `Ninguna invitación está en el estado «${state}».`,
    nobody: (invite) => `Aquí todavía no se ha invitado a nadie. Empieza con ${invite}.`,
    tooFar: (pages) => (pages === 1 ? 'Solo hay una página.' : `Solo hay ${pages} páginas.`),
    title: (total, state) => `${total} ${total === 1 ? 'invitación' : 'invitaciones'}${state ? ` (${state})` : ''}`,
    moreThan: (counted, state) => `Más de ${counted} invitaciones${state ? ` (${state})` : ''}`,
    page: (page, pages) => `página ${page}${pages === undefined ? '' : ` de ${pages}`}`,
    columns: ['Persona', 'Correo', 'Estado', 'Desde', 'Hasta', 'Invitada por'],
    leftOut: (rows) =>
      `${rows === 1 ? 'Otra fila de esta página es demasiado larga' : `Otras ${rows} filas de esta página son demasiado largas`} para un solo mensaje.`,
    inDetail: (command) => `Una persona en detalle: ${command}.`,
    more: (command) => `Más: ${command}`,
  },
};
