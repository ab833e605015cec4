import type { Locale } from '../../ports/provisioning.ts';

interface WelcomeTexts {
  summary: string;
  details: string;
  /** What a message is called, by its part; `language` is a name such as "German". */
  first: (language: string) => string;
  second: (language: string, days: number | undefined) => string;
  ofChannel: (channel: string, language: string) => string;
  builtIn: string;
  own: string;
  nothing: (set: string) => string;
  inUse: string;
  withWriter: string;
  change: (commands: { set: string; test: string; reset: string }) => string;
  saved: string;
  example: string;
  testOnItsWay: string;
  formOpened: string;
  wasReset: string;
  nothingToReset: string;
  sent: (person: string) => string;
  sentAlready: (person: string) => string;
  unknownAction: (word: string, actions: string) => string;
  unknownWord: (word: string) => string;
  empty: string;
  tooLong: (length: number, most: number) => string;
  unknownPlaceholder: (placeholder: string, known: string) => string;
  daysNeeded: (most: number) => string;
  noForm: (command: string) => string;
  personNeeded: (example: string) => string;
  nobody: (person: string) => string;
  notAPerson: (person: string) => string;
  notLookedUp: string;
  form: {
    title: string;
    save: string;
    text: string;
    /** At most 150 characters with the placeholders. */
    help: (placeholders: string) => string;
    days: string;
  };
}

export const welcomeTexts: Readonly<Record<Locale, WelcomeTexts>> = {
  en_GB: {
    summary: 'See, change and try what newcomers are told',
    details:
      '`show` shows it, `set` changes it, `test` sends it to you alone, `reset` goes back to the built-in text. The text can be written for each language; without one, the built-in text is used. `second <days>` stands for a message some days later, `~channel` for one to everybody who joins that channel through an invitation; both are also used for languages that have none, when they are written in the language of this bot. A line whose placeholder has nothing to say is left out. Typed on one line, `\\n` starts a new line. `send` sends the welcome once more, to a user name or address.',
    first: (language) => `Welcome in ${language}`,
    second: (language, days) =>
      days === undefined
        ? `Second message in ${language}`
        : `Second message in ${language}, ${days} ${days === 1 ? 'day' : 'days'} after the welcome`,
    ofChannel: (channel, language) => `Message for ${channel} in ${language}`,
    builtIn: 'built-in text',
    own: 'your own text',
    nothing: (set) => `There is none yet. Write it with ${set}.`,
    inUse: 'Written here:',
    withWriter: 'Infomaniak’s AI Tools put the welcome into their own words; when they don’t, this text is sent.',
    change: ({ set, test, reset }) => `Change it: ${set}. Try it on yourself: ${test}. Back to before: ${reset}.`,
    saved: 'Saved. Newcomers will read this, here with example data:',
    example: 'With example data:',
    testOnItsWay: 'It will reach you as a direct message in a moment. Nothing else is done.',
    formOpened: 'The form is open. Nothing changes until you save it.',
    wasReset: 'Done: your own text is gone.',
    nothingToReset: 'There was no text of your own.',
    sent: (person) => `${person} gets the welcome once more, as a direct message.`,
    sentAlready: (person) => `${person} was sent it less than a minute ago.`,
    unknownAction: (word, actions) => `I don’t know what to do with ${word}. You can use ${actions}.`,
    unknownWord: (word) => `I don’t understand ${word} here.`,
    empty: 'The text is empty.',
    tooLong: (length, most) => `The text has ${length} characters; it can have ${most} at most.`,
    unknownPlaceholder: (placeholder, known) => `There is no placeholder ${placeholder}. These exist: ${known}`,
    daysNeeded: (most) => `After how many days? A whole number from 1 to ${most}.`,
    noForm: (command) => `The form can’t be shown here. Write the text after the command: ${command}`,
    personNeeded: (example) => `To whom? I need a user name or an e-mail address: ${example}.`,
    nobody: (person) => `${person} is not in this team.`,
    notAPerson: (person) => `${person} is a bot, a guest or switched off, and gets no welcome.`,
    notLookedUp: 'I could not look the person up in kChat. Please try again in a minute.',
    form: {
      title: 'Welcome text',
      save: 'Save',
      text: 'Text',
      help: (placeholders) => `Placeholders: ${placeholders}`,
      days: 'Days after welcome',
    },
  },
  fr_FR: {
    summary: 'Voir, modifier et essayer le message d’accueil',
    details:
      '`show` l’affiche, `set` le modifie, `test` l’envoie à vous seul, `reset` revient au texte d’origine. Le texte peut être écrit pour chaque langue ; sinon, le texte d’origine est utilisé. `second <jours>` désigne un message quelques jours plus tard, `~canal` un message à toute personne ajoutée à ce canal par une invitation ; les deux servent aussi aux langues qui n’en ont pas, s’ils sont écrits dans la langue de ce bot. Une ligne dont l’espace réservé n’a rien à dire est omise. Sur une seule ligne, `\\n` commence une nouvelle ligne. `send` envoie l’accueil encore une fois, à un nom d’utilisateur ou à une adresse.',
    first: (language) => `Accueil en ${language}`,
    second: (language, days) =>
      days === undefined
        ? `Second message en ${language}`
        : `Second message en ${language}, ${days} ${days === 1 ? 'jour' : 'jours'} après l’accueil`,
    ofChannel: (channel, language) => `Message pour ${channel} en ${language}`,
    builtIn: 'texte d’origine',
    own: 'votre texte',
    nothing: (set) => `Il n’y en a pas encore. Écrivez-le avec ${set}.`,
    inUse: 'Écrits ici :',
    withWriter:
      'Les AI Tools d’Infomaniak formulent l’accueil à leur façon ; s’ils n’y parviennent pas, ce texte est envoyé.',
    change: ({ set, test, reset }) =>
      `Modifier : ${set}. Essayer sur vous-même : ${test}. Revenir en arrière : ${reset}.`,
    saved: 'Enregistré. Voici ce que liront les nouveaux membres, avec des données d’exemple :',
    example: 'Avec des données d’exemple :',
    testOnItsWay: 'Vous le recevrez en message direct dans un instant. Rien d’autre n’est fait.',
    formOpened: 'Le formulaire est ouvert. Rien ne change avant l’enregistrement.',
    wasReset: 'C’est fait : votre texte est supprimé.',
    nothingToReset: 'Vous n’aviez pas écrit de texte.',
    sent: (person) => `${person} reçoit l’accueil encore une fois, en message direct.`,
    sentAlready: (person) => `${person} l’a reçu il y a moins d’une minute.`,
    unknownAction: (word, actions) => `Je ne sais que faire de ${word}. Vous pouvez utiliser ${actions}.`,
    unknownWord: (word) => `Je ne comprends pas ${word} ici.`,
    empty: 'Le texte est vide.',
    tooLong: (length, most) => `Le texte a ${length} caractères ; le maximum est de ${most}.`,
    unknownPlaceholder: (placeholder, known) =>
      `L’espace réservé ${placeholder} n’existe pas. Voici ceux qui existent : ${known}`,
    daysNeeded: (most) => `Après combien de jours ? Un nombre entier de 1 à ${most}.`,
    noForm: (command) => `Le formulaire ne peut pas s’afficher ici. Écrivez le texte après la commande : ${command}`,
    personNeeded: (example) => `À qui ? Il me faut un nom d’utilisateur ou une adresse e-mail : ${example}.`,
    nobody: (person) => `${person} ne fait pas partie de cette équipe.`,
    notAPerson: (person) => `${person} est un bot, un invité externe ou un compte désactivé : pas d’accueil.`,
    notLookedUp: 'Je n’ai pas pu chercher la personne dans kChat. Réessayez dans une minute.',
    form: {
      title: 'Texte d’accueil',
      save: 'Enregistrer',
      text: 'Texte',
      help: (placeholders) => `Espaces réservés : ${placeholders}`,
      days: 'Jours après l’accueil',
    },
  },
  de_DE: {
    summary: 'Den Willkommenstext ansehen, ändern und ausprobieren',
    details:
      '`show` zeigt ihn, `set` ändert ihn, `test` schickt ihn nur an dich, `reset` kehrt zum eingebauten Text zurück. Der Text lässt sich für jede Sprache schreiben; sonst gilt der eingebaute. `second <Tage>` meint eine Nachricht einige Tage später, `~kanal` eine an alle, die durch eine Einladung in diesen Kanal kommen; beide gelten auch für Sprachen, die keine haben, wenn sie in der Sprache dieses Bots geschrieben sind. Eine Zeile, deren Platzhalter nichts zu sagen hat, fällt weg. Auf einer Zeile getippt, beginnt `\\n` eine neue. `send` schickt das Willkommen noch einmal, an einen Benutzernamen oder eine Adresse.',
    first: (language) => `Willkommen auf ${language}`,
    second: (language, days) =>
      days === undefined
        ? `Zweite Nachricht auf ${language}`
        : `Zweite Nachricht auf ${language}, ${days} ${days === 1 ? 'Tag' : 'Tage'} nach dem Willkommen`,
    ofChannel: (channel, language) => `Nachricht für ${channel} auf ${language}`,
    builtIn: 'eingebauter Text',
    own: 'eigener Text',
    nothing: (set) => `Es gibt noch keine. Schreib sie mit ${set}.`,
    inUse: 'Hier geschrieben:',
    withWriter:
      'Infomaniaks AI Tools sagen das Willkommen in eigenen Worten; gelingt es ihnen nicht, wird dieser Text gesendet.',
    change: ({ set, test, reset }) => `Ändern: ${set}. An dir selbst ausprobieren: ${test}. Zurück: ${reset}.`,
    saved: 'Gespeichert. Das lesen neue Mitglieder, hier mit Beispieldaten:',
    example: 'Mit Beispieldaten:',
    testOnItsWay: 'Es kommt gleich als Direktnachricht zu dir. Sonst geschieht nichts.',
    formOpened: 'Das Formular ist offen. Bis zum Speichern ändert sich nichts.',
    wasReset: 'Erledigt: Der eigene Text ist weg.',
    nothingToReset: 'Es gab keinen eigenen Text.',
    sent: (person) => `${person} erhält das Willkommen noch einmal als Direktnachricht.`,
    sentAlready: (person) => `${person} hat es vor weniger als einer Minute erhalten.`,
    unknownAction: (word, actions) => `Mit ${word} kann ich nichts anfangen. Möglich sind ${actions}.`,
    unknownWord: (word) => `${word} verstehe ich hier nicht.`,
    empty: 'Der Text ist leer.',
    tooLong: (length, most) => `Der Text hat ${length} Zeichen; höchstens ${most} sind möglich.`,
    unknownPlaceholder: (placeholder, known) => `Den Platzhalter ${placeholder} gibt es nicht. Es gibt: ${known}`,
    daysNeeded: (most) => `Nach wie vielen Tagen? Eine ganze Zahl von 1 bis ${most}.`,
    noForm: (command) => `Das Formular lässt sich hier nicht zeigen. Schreib den Text hinter den Befehl: ${command}`,
    personNeeded: (example) => `An wen? Ich brauche einen Benutzernamen oder eine E-Mail-Adresse: ${example}.`,
    nobody: (person) => `${person} ist nicht in diesem Team.`,
    notAPerson: (person) => `${person} ist ein Bot, ein Gast oder abgeschaltet und erhält kein Willkommen.`,
    notLookedUp: 'Ich konnte die Person in kChat nicht nachsehen. Bitte in einer Minute noch einmal versuchen.',
    form: {
      title: 'Willkommenstext',
      save: 'Speichern',
      text: 'Text',
      help: (placeholders) => `Platzhalter: ${placeholders}`,
      days: 'Tage danach',
    },
  },
  it_IT: {
    summary: 'Vedere, modificare e provare il messaggio di benvenuto',
    details:
      '`show` lo mostra, `set` lo modifica, `test` lo invia solo a te, `reset` torna al testo predefinito. Il testo si può scrivere per ogni lingua; altrimenti vale quello predefinito. `second <giorni>` indica un messaggio alcuni giorni dopo, `~canale` un messaggio per chi entra in quel canale con un invito; entrambi valgono anche per le lingue che non ne hanno, se scritti nella lingua di questo bot. Una riga il cui segnaposto non ha nulla da dire viene omessa. Su una sola riga, `\\n` inizia una nuova riga. `send` invia il benvenuto ancora una volta, a un nome utente o a un indirizzo.',
    first: (language) => `Benvenuto in ${language}`,
    second: (language, days) =>
      days === undefined
        ? `Secondo messaggio in ${language}`
        : `Secondo messaggio in ${language}, ${days} ${days === 1 ? 'giorno' : 'giorni'} dopo il benvenuto`,
    ofChannel: (channel, language) => `Messaggio per ${channel} in ${language}`,
    builtIn: 'testo predefinito',
    own: 'il vostro testo',
    nothing: (set) => `Non ce n’è ancora uno. Scrivilo con ${set}.`,
    inUse: 'Scritti qui:',
    withWriter:
      'Gli AI Tools di Infomaniak scrivono il benvenuto con parole proprie; se non ci riescono, viene inviato questo testo.',
    change: ({ set, test, reset }) => `Modificare: ${set}. Provarlo su di te: ${test}. Tornare indietro: ${reset}.`,
    saved: 'Salvato. Ecco che cosa leggeranno i nuovi membri, con dati di esempio:',
    example: 'Con dati di esempio:',
    testOnItsWay: 'Ti arriverà tra un momento come messaggio diretto. Non viene fatto altro.',
    formOpened: 'Il modulo è aperto. Nulla cambia finché non lo salvi.',
    wasReset: 'Fatto: il vostro testo non c’è più.',
    nothingToReset: 'Non c’era un testo vostro.',
    sent: (person) => `${person} riceve il benvenuto ancora una volta, come messaggio diretto.`,
    sentAlready: (person) => `${person} lo ha ricevuto meno di un minuto fa.`,
    unknownAction: (word, actions) => `Non so che cosa fare di ${word}. Puoi usare ${actions}.`,
    unknownWord: (word) => `Qui non capisco ${word}.`,
    empty: 'Il testo è vuoto.',
    tooLong: (length, most) => `Il testo ha ${length} caratteri; il massimo è ${most}.`,
    unknownPlaceholder: (placeholder, known) => `Il segnaposto ${placeholder} non esiste. Esistono: ${known}`,
    daysNeeded: (most) => `Dopo quanti giorni? Un numero intero da 1 a ${most}.`,
    noForm: (command) => `Qui il modulo non si può mostrare. Scrivi il testo dopo il comando: ${command}`,
    personNeeded: (example) => `A chi? Mi serve un nome utente o un indirizzo e-mail: ${example}.`,
    nobody: (person) => `${person} non fa parte di questo team.`,
    notAPerson: (person) => `${person} è un bot, un ospite o un account disattivato e non riceve il benvenuto.`,
    notLookedUp: 'Non ho potuto cercare la persona in kChat. Riprova tra un minuto.',
    form: {
      title: 'Testo di benvenuto',
      save: 'Salvare',
      text: 'Testo',
      help: (placeholders) => `Segnaposto: ${placeholders}`,
      days: 'Giorni dopo',
    },
  },
  es_ES: {
    summary: 'Ver, cambiar y probar el mensaje de bienvenida',
    details:
      '`show` lo muestra, `set` lo cambia, `test` te lo envía solo a ti, `reset` vuelve al texto predefinido. El texto se puede escribir para cada idioma; si no, vale el predefinido. `second <días>` es un mensaje unos días después, `~canal` uno para quien entra en ese canal con una invitación; ambos valen también para los idiomas que no tienen uno, si están escritos en el idioma de este bot. Una línea cuyo marcador no tiene nada que decir se omite. En una sola línea, `\\n` empieza una nueva. `send` envía la bienvenida otra vez, a un nombre de usuario o a una dirección.',
    first: (language) => `Bienvenida en ${language}`,
    second: (language, days) =>
      days === undefined
        ? `Segundo mensaje en ${language}`
        : `Segundo mensaje en ${language}, ${days} ${days === 1 ? 'día' : 'días'} después de la bienvenida`,
    ofChannel: (channel, language) => `Mensaje para ${channel} en ${language}`,
    builtIn: 'texto predefinido',
    own: 'vuestro texto',
    nothing: (set) => `Todavía no hay ninguno. Escríbelo con ${set}.`,
    inUse: 'Escritos aquí:',
    withWriter:
      'Los AI Tools de Infomaniak redactan la bienvenida a su manera; si no lo consiguen, se envía este texto.',
    change: ({ set, test, reset }) => `Cambiarlo: ${set}. Probarlo contigo: ${test}. Volver atrás: ${reset}.`,
    saved: 'Guardado. Esto leerán los nuevos miembros, aquí con datos de ejemplo:',
    example: 'Con datos de ejemplo:',
    testOnItsWay: 'Te llegará en un momento como mensaje directo. No se hace nada más.',
    formOpened: 'El formulario está abierto. Nada cambia hasta que lo guardes.',
    wasReset: 'Hecho: vuestro texto ya no está.',
    nothingToReset: 'No había ningún texto vuestro.',
    sent: (person) => `${person} recibe la bienvenida otra vez, como mensaje directo.`,
    sentAlready: (person) => `${person} la recibió hace menos de un minuto.`,
    unknownAction: (word, actions) => `No sé qué hacer con ${word}. Puedes usar ${actions}.`,
    unknownWord: (word) => `Aquí no entiendo ${word}.`,
    empty: 'El texto está vacío.',
    tooLong: (length, most) => `El texto tiene ${length} caracteres; el máximo es ${most}.`,
    unknownPlaceholder: (placeholder, known) => `No existe el marcador ${placeholder}. Existen: ${known}`,
    daysNeeded: (most) => `¿Después de cuántos días? Un número entero de 1 a ${most}.`,
    noForm: (command) => `Aquí no se puede mostrar el formulario. Escribe el texto detrás del comando: ${command}`,
    personNeeded: (example) => `¿A quién? Necesito un nombre de usuario o una dirección de correo: ${example}.`,
    nobody: (person) => `${person} no está en este equipo.`,
    notAPerson: (person) => `${person} es un bot, un externo o una cuenta desactivada y no recibe bienvenida.`,
    notLookedUp: 'No he podido buscar a la persona en kChat. Inténtalo de nuevo en un minuto.',
    form: {
      title: 'Texto de bienvenida',
      save: 'Guardar',
      text: 'Texto',
      help: (placeholders) => `Marcadores: ${placeholders}`,
      days: 'Días después',
    },
  },
};
