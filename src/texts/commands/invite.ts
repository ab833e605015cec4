import type { Locale } from '../../ports/provisioning.ts';

interface InviteTexts {
  summary: string;
  details: string;
  underWay: (facts: { person: string; why: string }) => string;
  noAnswerYet: string;
  lastTryFailed: (reason: string) => string;
  isSafe: (statusCommand: string) => string;
  plan: {
    title: (person: string) => string;
    rows: readonly [role: string, login: string, language: string, channels: string, teams: string, licence: string];
    thisAddress: string;
    anyAddress: string;
    channels: (others: string) => string;
    licence: string;
    toDoIt: (trigger: string) => string;
  };
}

export const inviteTexts: Readonly<Record<Locale, InviteTexts>> = {
  en_GB: {
    summary: 'Invite a person to the kSuite',
    details: [
      '| option | meaning |',
      '| --- | --- |',
      '| `--channel ~name` | also add them to this channel on arrival; may be repeated |',
      '| `--lang fr` | language of the mail and the welcome: fr, de, it, es, en |',
      '| `--role user` | or `administrator`, with `--confirm`; `legal-representative` likewise, where it is allowed |',
      '| `--any-login` | they may sign in with an address other than this one |',
      '| `--team "name"` | work team of the organization they join; may be repeated |',
      '| `--note "text"` | a few words of yours for the welcome |',
      '| `--dry-run` | only show what would happen |',
    ].join('\n'),
    underWay: ({ person, why }) => `⏳ I am inviting ${person}. ${why}`,
    noAnswerYet: 'Infomaniak has not answered yet.',
    lastTryFailed: (reason) => `The last try failed: ${reason}`,
    isSafe: (command) =>
      `The request is safe: I keep trying, never invite twice, and tell you here how it ended. To look: ${command}`,
    plan: {
      title: (person) => `🔎 Dry run: nothing was sent. This would invite ${person}:`,
      rows: ['Role', 'Signs in with', 'Language', 'Channels', 'Work teams', 'Licence'],
      thisAddress: 'this address only',
      anyAddress: 'any address',
      channels: (others) => `kChat’s own${others && `, and ${others}`}`,
      licence: 'counts as one kSuite user',
      toDoIt: (trigger) => `To do it, send the same ${trigger} line without \`--dry-run\`.`,
    },
  },
  fr_FR: {
    summary: 'Inviter une personne dans la kSuite',
    details: [
      '| option | sens |',
      '| --- | --- |',
      '| `--channel ~name` | ajouter aussi à ce canal à l’arrivée ; peut être répété |',
      '| `--lang fr` | langue de l’e-mail et de l’accueil : fr, de, it, es, en |',
      '| `--role user` | ou `administrator`, avec `--confirm` ; `legal-representative` de même, là où c’est autorisé |',
      '| `--any-login` | connexion possible avec une autre adresse |',
      '| `--team "name"` | équipe de travail de l’organisation à rejoindre ; peut être répété |',
      '| `--note "text"` | quelques mots de votre part pour l’accueil |',
      '| `--dry-run` | montrer seulement ce qui se passerait |',
    ].join('\n'),
    underWay: ({ person, why }) => `⏳ J’invite ${person}. ${why}`,
    noAnswerYet: 'Infomaniak n’a pas encore répondu.',
    lastTryFailed: (reason) => `Le dernier essai a échoué : ${reason}`,
    isSafe: (command) =>
      `La demande est en sécurité : je continue d’essayer, je n’invite jamais deux fois et je vous dis ici comment cela s’est terminé. Pour regarder : ${command}`,
    plan: {
      title: (person) => `🔎 Essai à blanc : rien n’a été envoyé. Ceci inviterait ${person} :`,
      rows: ['Rôle', 'Connexion avec', 'Langue', 'Canaux', 'Équipes de travail', 'Licence'],
      thisAddress: 'cette adresse seulement',
      anyAddress: 'toute adresse',
      channels: (others) => `ceux de kChat${others && `, et ${others}`}`,
      licence: 'compte comme un utilisateur kSuite',
      toDoIt: (trigger) => `Pour le faire, envoyez la même ligne ${trigger} sans \`--dry-run\`.`,
    },
  },
  de_DE: {
    summary: 'Eine Person in die kSuite einladen',
    details: [
      '| Option | Bedeutung |',
      '| --- | --- |',
      '| `--channel ~name` | bei der Ankunft auch in diesen Kanal aufnehmen; mehrfach möglich |',
      '| `--lang fr` | Sprache der Mail und der Begrüssung: fr, de, it, es, en |',
      '| `--role user` | oder `administrator`, mit `--confirm`; `legal-representative` ebenso, wo es erlaubt ist |',
      '| `--any-login` | Anmeldung auch mit einer anderen Adresse möglich |',
      '| `--team "name"` | Arbeitsteam der Organisation; mehrfach möglich |',
      '| `--note "text"` | ein paar eigene Worte für die Begrüssung |',
      '| `--dry-run` | nur zeigen, was geschehen würde |',
    ].join('\n'),
    underWay: ({ person, why }) => `⏳ Ich lade ${person} ein. ${why}`,
    noAnswerYet: 'Infomaniak hat noch nicht geantwortet.',
    lastTryFailed: (reason) => `Der letzte Versuch ist gescheitert: ${reason}`,
    isSafe: (command) =>
      `Die Anfrage ist sicher: Ich versuche es weiter, lade nie zweimal ein und melde hier, wie es ausging. Zum Nachsehen: ${command}`,
    plan: {
      title: (person) => `🔎 Probelauf: Es wurde nichts verschickt. So würde ${person} eingeladen:`,
      rows: ['Rolle', 'Anmeldung mit', 'Sprache', 'Kanäle', 'Arbeitsteams', 'Lizenz'],
      thisAddress: 'nur dieser Adresse',
      anyAddress: 'jeder Adresse',
      channels: (others) => `die von kChat${others && `, und ${others}`}`,
      licence: 'zählt als ein kSuite-Benutzer',
      toDoIt: (trigger) => `Um es zu tun, dieselbe Zeile mit ${trigger} ohne \`--dry-run\` senden.`,
    },
  },
  it_IT: {
    summary: 'Invitare una persona nella kSuite',
    details: [
      '| opzione | significato |',
      '| --- | --- |',
      '| `--channel ~name` | aggiungerla anche a questo canale all’arrivo; ripetibile |',
      '| `--lang fr` | lingua dell’e-mail e del benvenuto: fr, de, it, es, en |',
      '| `--role user` | oppure `administrator`, con `--confirm`; `legal-representative` lo stesso, dove è permesso |',
      '| `--any-login` | accesso possibile con un altro indirizzo |',
      '| `--team "name"` | gruppo di lavoro dell’organizzazione; ripetibile |',
      '| `--note "text"` | qualche parola tua per il benvenuto |',
      '| `--dry-run` | mostrare solo che cosa accadrebbe |',
    ].join('\n'),
    underWay: ({ person, why }) => `⏳ Sto invitando ${person}. ${why}`,
    noAnswerYet: 'Infomaniak non ha ancora risposto.',
    lastTryFailed: (reason) => `L’ultimo tentativo è fallito: ${reason}`,
    isSafe: (command) =>
      `La richiesta è al sicuro: continuo a provare, non invito mai due volte e ti dico qui come è finita. Per guardare: ${command}`,
    plan: {
      title: (person) => `🔎 Prova: non è stato inviato nulla. Così si inviterebbe ${person}:`,
      rows: ['Ruolo', 'Accesso con', 'Lingua', 'Canali', 'Gruppi di lavoro', 'Licenza'],
      thisAddress: 'solo questo indirizzo',
      anyAddress: 'qualsiasi indirizzo',
      channels: (others) => `quelli di kChat${others && `, e ${others}`}`,
      licence: 'conta come un utente kSuite',
      toDoIt: (trigger) => `Per farlo, invia la stessa riga ${trigger} senza \`--dry-run\`.`,
    },
  },
  es_ES: {
    summary: 'Invitar a una persona a la kSuite',
    details: [
      '| opción | significado |',
      '| --- | --- |',
      '| `--channel ~name` | añadirla también a este canal al llegar; repetible |',
      '| `--lang fr` | idioma del correo y de la bienvenida: fr, de, it, es, en |',
      '| `--role user` | o `administrator`, con `--confirm`; `legal-representative` igual, donde está permitido |',
      '| `--any-login` | puede iniciar sesión con otra dirección |',
      '| `--team "name"` | equipo de trabajo de la organización; repetible |',
      '| `--note "text"` | unas palabras tuyas para la bienvenida |',
      '| `--dry-run` | solo mostrar lo que pasaría |',
    ].join('\n'),
    underWay: ({ person, why }) => `⏳ Estoy invitando a ${person}. ${why}`,
    noAnswerYet: 'Infomaniak todavía no ha respondido.',
    lastTryFailed: (reason) => `El último intento falló: ${reason}`,
    isSafe: (command) =>
      `La petición está a salvo: sigo intentándolo, nunca invito dos veces y te digo aquí cómo acabó. Para mirar: ${command}`,
    plan: {
      title: (person) => `🔎 Ensayo: no se ha enviado nada. Así se invitaría a ${person}:`,
      rows: ['Rol', 'Inicia sesión con', 'Idioma', 'Canales', 'Equipos de trabajo', 'Licencia'],
      thisAddress: 'solo esta dirección',
      anyAddress: 'cualquier dirección',
      channels: (others) => `los de kChat${others && `, y ${others}`}`,
      licence: 'cuenta como un usuario de kSuite',
      toDoIt: (trigger) => `Para hacerlo, envía la misma línea ${trigger} sin \`--dry-run\`.`,
    },
  },
};
