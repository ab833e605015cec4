import type { Locale } from '../../ports/provisioning.ts';

interface ImportTexts {
  summary: string;
  details: string;
  tooBig: string;
  tooMany: (rows: number, most: number) => string;
  nobody: string;
  unreadable: (line: number) => string;
  ignores: (columns: string) => string;
  noHeader: string;
  notUtf8: string;
  onlyCsv: string;
  oneFile: string;
  notFetched: string;
  twice: string;
  invitedAlready: string;
  invitedMeanwhile: string;
  offer: (fine: number, problems: number) => string;
  inDirectMessages: string;
  columns: readonly [line: string, email: string, name: string, standing: string];
  andMore: (rows: number) => string;
  confirm: (people: number) => string;
  cancel: string;
  toType: (confirm: string, cancel: string) => string;
  begins: string;
  notThere: string;
  oneRuns: (cancel: string) => string;
  noneRuns: string;
  noneOffered: (command: string) => string;
  isCancelled: string;
  title: string;
  done: (done: number, all: number) => string;
  left: (time: string) => string;
  hasEnded: string;
  wasCancelled: string;
  wasNotTaken: (command: string) => string;
  wasStopped: string;
  problems: (count: number) => string;
  notStarted: (count: number) => string;
  notStartedRow: string;
  forgotten: string;
  report: (rows: number) => string;
  notSent: (reason: string, command: string) => string;
}

export const importTexts: Readonly<Record<Locale, ImportTexts>> = {
  en_GB: {
    summary: 'Invite many people at once',
    details:
      'Paste a table or lines after `import`: with a header such as `email,first_name,last_name,language,channels`, commas or semicolons between, or one person a line as you would type them. At most 1,000 rows and 1 MiB. Or send me a CSV file in a direct message. First you see what would happen; nobody is invited before you confirm.',
    tooBig: 'That is more than 1 MiB. Please split it.',
    tooMany: (rows, most) => `These are ${rows} rows; at most ${most} go at once. Please split them.`,
    nobody: 'I found nobody in there. Begin with a header such as `email,first_name,last_name`.',
    unreadable: (line) => `I could not read line ${line}. Is a quotation mark left open?`,
    ignores: (columns) => `I leave these columns out: ${columns}.`,
    noHeader:
      'The first line of the file has to name the columns: `email,first_name,last_name`, and if you like `language` and `channels`. Please add it and send the file again.',
    notUtf8: 'The file is not in UTF-8. Please save it as “CSV UTF-8” and send it again.',
    onlyCsv:
      'I read CSV files only. Send me one whose first line is `email,first_name,last_name`, and you see first whom I would invite.',
    oneFile: 'Please send one CSV file at a time.',
    notFetched: 'I could not get your file from kChat. Please send it again.',
    twice: 'The same address stands further up.',
    invitedAlready: 'Invited already.',
    invitedMeanwhile: 'Invited or asked for elsewhere in the meantime.',
    offer: (fine, problems) => `${fine} can be invited${problems > 0 ? `, ${problems} can’t` : ''}.`,
    inDirectMessages: 'Look at our direct messages: there you see each row, and confirm.',
    columns: ['Line', 'E-mail', 'Name', 'Result'],
    andMore: (rows) => `… and ${rows} more ${rows === 1 ? 'row' : 'rows'}.`,
    confirm: (people) => `Invite ${people}`,
    cancel: 'Cancel',
    toType: (confirm, cancel) => `To invite them, type ${confirm}; to leave it, ${cancel}.`,
    begins: '📨 The import begins.',
    notThere: 'This import is no longer there, or another one is running.',
    oneRuns: (cancel) => `An import is running. Wait for its end, or cancel it with ${cancel}.`,
    noneRuns: 'There is no import that could be cancelled.',
    noneOffered: (command) => `No import of yours waits to be confirmed. Begin one with ${command}.`,
    isCancelled: '🛑 The import is cancelled. Whoever was invited before stays invited.',
    title: 'Import',
    done: (done, all) => `${done} of ${all}`,
    left: (time) => `about ${time} left`,
    hasEnded: 'The import has ended.',
    wasCancelled: 'The import was cancelled.',
    wasNotTaken: (command) => `Nobody confirmed this import within 10 minutes. To begin again: ${command}`,
    wasStopped: 'The import has stopped: you may no longer invite. Another administrator can import the rest.',
    problems: (count) => `not invited: ${count}`,
    notStarted: (count) => `not begun: ${count}`,
    notStartedRow: 'not begun',
    forgotten: 'Their data were erased.',
    report: (rows) => (rows === 1 ? 'What became of the row.' : `What became of each of the ${rows} rows.`),
    notSent: (reason, command) => `⚠️ I could not send you the report: ${reason} To look: ${command}`,
  },
  fr_FR: {
    summary: 'Inviter beaucoup de personnes d’un coup',
    details:
      'Collez un tableau ou des lignes après `import` : avec un en-tête comme `email,prénom,nom,langue,canaux`, séparés par des virgules ou des points-virgules, ou une personne par ligne comme vous l’écririez. Au plus 1000 lignes et 1 Mio. Ou envoyez-moi un fichier CSV en message direct. Vous voyez d’abord ce qui se passerait ; personne n’est invité avant votre confirmation.',
    tooBig: 'Cela dépasse 1 Mio. Divisez-le.',
    tooMany: (rows, most) => `Cela fait ${rows} lignes ; au plus ${most} à la fois. Divisez-les.`,
    nobody: 'Je n’y ai trouvé personne. Commencez par un en-tête comme `email,prénom,nom`.',
    unreadable: (line) => `Je n’ai pas pu lire la ligne ${line}. Un guillemet est-il resté ouvert ?`,
    ignores: (columns) => `Je laisse ces colonnes de côté : ${columns}.`,
    noHeader:
      'La première ligne du fichier doit nommer les colonnes : `email,prénom,nom` et, si vous voulez, `langue` et `canaux`. Ajoutez-la et renvoyez le fichier.',
    notUtf8: 'Le fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 » et renvoyez-le.',
    onlyCsv:
      'Je ne lis que les fichiers CSV. Envoyez-m’en un dont la première ligne est `email,prénom,nom` : vous voyez d’abord qui j’inviterais.',
    oneFile: 'Envoyez un seul fichier CSV à la fois.',
    notFetched: 'Je n’ai pas pu obtenir votre fichier de kChat. Renvoyez-le.',
    twice: 'La même adresse figure plus haut.',
    invitedAlready: 'Déjà invité.',
    invitedMeanwhile: 'Invitation faite ou demandée ailleurs entre-temps.',
    offer: (fine, problems) =>
      `${fine} ${fine < 2 ? 'peut être invité' : 'peuvent être invités'}${problems > 0 ? `, ${problems} non` : ''}.`,
    inDirectMessages: 'Regardez nos messages directs : vous y voyez chaque ligne et confirmez.',
    columns: ['Ligne', 'E-mail', 'Nom', 'Résultat'],
    andMore: (rows) => `… et ${rows === 1 ? 'une autre ligne' : `${rows} autres lignes`}.`,
    confirm: (people) => `Inviter ${people}`,
    cancel: 'Annuler',
    toType: (confirm, cancel) => `Pour les inviter, tapez ${confirm} ; pour abandonner, ${cancel}.`,
    begins: '📨 L’import commence.',
    notThere: 'Cet import n’est plus là, ou un autre est en cours.',
    oneRuns: (cancel) => `Un import est en cours. Attendez sa fin, ou annulez-le avec ${cancel}.`,
    noneRuns: 'Il n’y a aucun import à annuler.',
    noneOffered: (command) => `Aucun import de vous n’attend d’être confirmé. Commencez-en un avec ${command}.`,
    isCancelled: '🛑 L’import est annulé. Les personnes déjà invitées le restent.',
    title: 'Import',
    done: (done, all) => `${done} sur ${all}`,
    left: (time) => `encore ${time} environ`,
    hasEnded: 'L’import est terminé.',
    wasCancelled: 'L’import a été annulé.',
    wasNotTaken: (command) => `Personne n’a confirmé cet import dans les 10 minutes. Pour recommencer : ${command}`,
    wasStopped:
      'L’import s’est arrêté : vous n’avez plus le droit d’inviter. Un autre administrateur peut importer le reste.',
    problems: (count) => `non invités : ${count}`,
    notStarted: (count) => `non commencés : ${count}`,
    notStartedRow: 'non commencé',
    forgotten: 'Ses données ont été effacées.',
    report: (rows) =>
      rows === 1 ? 'Ce qu’il est advenu de la ligne.' : `Ce qu’il est advenu de chacune des ${rows} lignes.`,
    notSent: (reason, command) => `⚠️ Je n’ai pas pu vous envoyer le rapport : ${reason} Pour regarder : ${command}`,
  },
  de_DE: {
    summary: 'Viele Personen auf einmal einladen',
    details:
      'Füge nach `import` eine Tabelle oder Zeilen ein: mit einer Kopfzeile wie `email,vorname,nachname,sprache,kanäle`, durch Kommas oder Strichpunkte getrennt, oder eine Person pro Zeile, wie du sie tippen würdest. Höchstens 1000 Zeilen und 1 MiB. Oder schicke mir eine CSV-Datei als Direktnachricht. Zuerst siehst du, was geschehen würde; eingeladen wird erst nach deiner Bestätigung.',
    tooBig: 'Das ist mehr als 1 MiB. Bitte aufteilen.',
    tooMany: (rows, most) => `Das sind ${rows} Zeilen; höchstens ${most} gehen auf einmal. Bitte aufteilen.`,
    nobody: 'Ich habe darin niemanden gefunden. Beginne mit einer Kopfzeile wie `email,vorname,nachname`.',
    unreadable: (line) => `Zeile ${line} konnte ich nicht lesen. Ist ein Anführungszeichen offen geblieben?`,
    ignores: (columns) => `Diese Spalten lasse ich weg: ${columns}.`,
    noHeader:
      'Die erste Zeile der Datei muss die Spalten nennen: `email,vorname,nachname` und, wenn du magst, `sprache` und `kanäle`. Bitte ergänze sie und schicke die Datei noch einmal.',
    notUtf8: 'Die Datei ist nicht in UTF-8. Bitte speichere sie als «CSV UTF-8» und schicke sie noch einmal.',
    onlyCsv:
      'Ich lese nur CSV-Dateien. Schicke mir eine, deren erste Zeile `email,vorname,nachname` lautet; zuerst siehst du, wen ich einladen würde.',
    oneFile: 'Bitte schicke eine CSV-Datei auf einmal.',
    notFetched: 'Ich konnte deine Datei nicht von kChat holen. Bitte schicke sie noch einmal.',
    twice: 'Dieselbe Adresse steht weiter oben.',
    invitedAlready: 'Schon eingeladen.',
    invitedMeanwhile: 'Inzwischen an anderer Stelle eingeladen oder angefragt.',
    offer: (fine, problems) =>
      `${fine} ${fine === 1 ? 'kann' : 'können'} eingeladen werden${problems > 0 ? `, ${problems} nicht` : ''}.`,
    inDirectMessages: 'Sieh in unsere Direktnachrichten: Dort steht jede Zeile, und dort bestätigst du.',
    columns: ['Zeile', 'E-Mail', 'Name', 'Ergebnis'],
    andMore: (rows) => `… und ${rows === 1 ? 'eine weitere Zeile' : `${rows} weitere Zeilen`}.`,
    confirm: (people) => `${people} einladen`,
    cancel: 'Abbrechen',
    toType: (confirm, cancel) => `Zum Einladen ${confirm} tippen, zum Abbrechen ${cancel}.`,
    begins: '📨 Der Import beginnt.',
    notThere: 'Dieser Import ist nicht mehr da, oder ein anderer läuft.',
    oneRuns: (cancel) => `Es läuft ein Import. Warte sein Ende ab, oder brich ihn mit ${cancel} ab.`,
    noneRuns: 'Es gibt keinen Import zum Abbrechen.',
    noneOffered: (command) => `Kein Import von dir wartet auf eine Bestätigung. Beginne einen mit ${command}.`,
    isCancelled: '🛑 Der Import ist abgebrochen. Wer schon eingeladen wurde, bleibt es.',
    title: 'Import',
    done: (done, all) => `${done} von ${all}`,
    left: (time) => `noch etwa ${time}`,
    hasEnded: 'Der Import ist zu Ende.',
    wasCancelled: 'Der Import wurde abgebrochen.',
    wasNotTaken: (command) => `Niemand hat diesen Import innert 10 Minuten bestätigt. Neu beginnen: ${command}`,
    wasStopped:
      'Der Import ist stehen geblieben: Du darfst nicht mehr einladen. Den Rest kann jemand anderes mit Administratorrecht importieren.',
    problems: (count) => `nicht eingeladen: ${count}`,
    notStarted: (count) => `nicht begonnen: ${count}`,
    notStartedRow: 'nicht begonnen',
    forgotten: 'Die Daten der Person wurden gelöscht.',
    report: (rows) => (rows === 1 ? 'Was aus der Zeile wurde.' : `Was aus jeder der ${rows} Zeilen wurde.`),
    notSent: (reason, command) => `⚠️ Der Bericht liess sich nicht senden: ${reason} Zum Nachsehen: ${command}`,
  },
  it_IT: {
    summary: 'Invitare molte persone in una volta',
    details:
      'Incolla una tabella o delle righe dopo `import`: con un’intestazione come `email,nome,cognome,lingua,canali`, separati da virgole o punti e virgola, oppure una persona per riga come la scriveresti. Al massimo 1000 righe e 1 MiB. Oppure inviami un file CSV in un messaggio diretto. Prima vedi che cosa accadrebbe; nessuno è invitato prima della tua conferma.',
    tooBig: 'Supera 1 MiB. Dividilo, per favore.',
    tooMany: (rows, most) => `Sono ${rows} righe; al massimo ${most} per volta. Dividile, per favore.`,
    nobody: 'Non ci ho trovato nessuno. Comincia con un’intestazione come `email,nome,cognome`.',
    unreadable: (line) => `Non ho potuto leggere la riga ${line}. È rimasta aperta una virgoletta?`,
    ignores: (columns) => `Lascio da parte queste colonne: ${columns}.`,
    noHeader:
      'La prima riga del file deve indicare le colonne: `email,nome,cognome` e, se vuoi, `lingua` e `canali`. Aggiungila e invia di nuovo il file.',
    notUtf8: 'Il file non è in UTF-8. Salvalo come «CSV UTF-8» e invialo di nuovo.',
    onlyCsv: 'Leggo solo file CSV. Inviamene uno la cui prima riga è `email,nome,cognome`: prima vedi chi inviterei.',
    oneFile: 'Invia un solo file CSV per volta.',
    notFetched: 'Non ho potuto ottenere il tuo file da kChat. Invialo di nuovo.',
    twice: 'Lo stesso indirizzo sta più in alto.',
    invitedAlready: 'Già invitato.',
    invitedMeanwhile: 'Nel frattempo l’invito è stato fatto o chiesto altrove.',
    offer: (fine, problems) =>
      `${fine} si ${fine === 1 ? 'può' : 'possono'} invitare${problems > 0 ? `, ${problems} no` : ''}.`,
    inDirectMessages: 'Guarda i nostri messaggi diretti: lì vedi ogni riga e confermi.',
    columns: ['Riga', 'E-mail', 'Nome', 'Risultato'],
    andMore: (rows) => `… e ${rows === 1 ? 'un’altra riga' : `altre ${rows} righe`}.`,
    confirm: (people) => `Invita ${people}`,
    cancel: 'Annulla',
    toType: (confirm, cancel) => `Per invitarli scrivi ${confirm}; per lasciar perdere, ${cancel}.`,
    begins: '📨 L’importazione comincia.',
    notThere: 'Questa importazione non c’è più, o ne è in corso un’altra.',
    oneRuns: (cancel) => `È in corso un’importazione. Aspettane la fine, o annullala con ${cancel}.`,
    noneRuns: 'Non c’è alcuna importazione da annullare.',
    noneOffered: (command) => `Nessuna tua importazione attende una conferma. Cominciane una con ${command}.`,
    isCancelled: '🛑 L’importazione è annullata. Chi è già stato invitato lo resta.',
    title: 'Importazione',
    done: (done, all) => `${done} di ${all}`,
    left: (time) => `ancora circa ${time}`,
    hasEnded: 'L’importazione è finita.',
    wasCancelled: 'L’importazione è stata annullata.',
    wasNotTaken: (command) => `Nessuno ha confermato questa importazione entro 10 minuti. Per ricominciare: ${command}`,
    wasStopped: 'L’importazione si è fermata: non puoi più invitare. Un altro amministratore può importare il resto.',
    problems: (count) => `non invitati: ${count}`,
    notStarted: (count) => `non iniziati: ${count}`,
    notStartedRow: 'non iniziato',
    forgotten: 'I dati della persona sono stati cancellati.',
    report: (rows) =>
      rows === 1 ? 'Che cosa ne è stato della riga.' : `Che cosa ne è stato di ognuna delle ${rows} righe.`,
    notSent: (reason, command) => `⚠️ Non ho potuto inviarti il rapporto: ${reason} Per guardare: ${command}`,
  },
  es_ES: {
    summary: 'Invitar a muchas personas a la vez',
    details:
      'Pega una tabla o líneas después de `import`: con un encabezado como `correo,nombre,apellido,idioma,canales`, separados por comas o puntos y comas, o una persona por línea tal como la escribirías. Como máximo 1000 filas y 1 MiB. O envíame un archivo CSV en un mensaje directo. Primero ves lo que pasaría; no se invita a nadie antes de tu confirmación.',
    tooBig: 'Supera 1 MiB. Divídelo, por favor.',
    tooMany: (rows, most) => `Son ${rows} filas; como máximo ${most} a la vez. Divídelas, por favor.`,
    nobody: 'No he encontrado a nadie ahí. Empieza con un encabezado como `correo,nombre,apellido`.',
    unreadable: (line) => `No he podido leer la línea ${line}. ¿Quedó una comilla abierta?`,
    ignores: (columns) => `Dejo fuera estas columnas: ${columns}.`,
    noHeader:
      'La primera línea del archivo tiene que nombrar las columnas: `correo,nombre,apellido` y, si quieres, `idioma` y `canales`. Añádela y vuelve a enviar el archivo.',
    notUtf8: 'El archivo no está en UTF-8. Guárdalo como «CSV UTF-8» y vuelve a enviarlo.',
    onlyCsv:
      'Solo leo archivos CSV. Envíame uno cuya primera línea sea `correo,nombre,apellido`: primero ves a quién invitaría.',
    oneFile: 'Envía un solo archivo CSV a la vez.',
    notFetched: 'No he podido obtener tu archivo de kChat. Vuelve a enviarlo.',
    twice: 'La misma dirección está más arriba.',
    invitedAlready: 'Ya tiene invitación.',
    invitedMeanwhile: 'Entretanto se hizo o se pidió la invitación por otra vía.',
    offer: (fine, problems) => `Se puede invitar a ${fine}${problems > 0 ? `, a ${problems} no` : ''}.`,
    inDirectMessages: 'Mira nuestros mensajes directos: allí ves cada fila y confirmas.',
    columns: ['Línea', 'Correo', 'Nombre', 'Resultado'],
    andMore: (rows) => `… y ${rows} ${rows === 1 ? 'fila' : 'filas'} más.`,
    confirm: (people) => `Invitar a ${people}`,
    cancel: 'Cancelar',
    toType: (confirm, cancel) => `Para invitarlos, escribe ${confirm}; para dejarlo, ${cancel}.`,
    begins: '📨 La importación empieza.',
    notThere: 'Esta importación ya no está, o hay otra en curso.',
    oneRuns: (cancel) => `Hay una importación en curso. Espera su fin, o cancélala con ${cancel}.`,
    noneRuns: 'No hay ninguna importación que cancelar.',
    noneOffered: (command) => `Ninguna importación tuya espera confirmación. Empieza una con ${command}.`,
    isCancelled: '🛑 La importación está cancelada. Quien ya fue invitado lo sigue estando.',
    title: 'Importación',
    done: (done, all) => `${done} de ${all}`,
    left: (time) => `faltan unos ${time}`,
    hasEnded: 'La importación ha terminado.',
    wasCancelled: 'La importación se canceló.',
    wasNotTaken: (command) => `Nadie confirmó esta importación en 10 minutos. Para empezar de nuevo: ${command}`,
    wasStopped: 'La importación se detuvo: ya no puedes invitar. Otro administrador puede importar el resto.',
    problems: (count) => `sin invitar: ${count}`,
    notStarted: (count) => `sin empezar: ${count}`,
    notStartedRow: 'sin empezar',
    forgotten: 'Sus datos se borraron.',
    report: (rows) => (rows === 1 ? 'Qué fue de la fila.' : `Qué fue de cada una de las ${rows} filas.`),
    notSent: (reason, command) => `⚠️ No he podido enviarte el informe: ${reason} Para mirar: ${command}`,
  },
};
