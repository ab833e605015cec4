import type { Locale } from '../ports/provisioning.ts';

/** The form behind the bare command. Labels have at most 24 bytes, help and what stands beside a tick 150 characters. */
export interface InviteFormTexts {
  opened: string;
  title: string;
  introduction: string;
  /** Where the reader may only ask. */
  introductionToAsk: string;
  submit: string;
  ask: string;
  email: string;
  firstName: string;
  lastName: string;
  role: string;
  roleHelp: string;
  confirmed: string;
  /** Beside the tick. */
  confirmedYes: string;
  language: string;
  languages: Readonly<Record<Locale, string>>;
  strict: string;
  /** Beside the tick. */
  strictYes: string;
  workTeam: string;
  workTeamHelp: string;
  channels: string;
  channelsHelp: string;
  note: string;
  noteHelp: string;
  missing: string;
  confirmRole: string;
  alreadyInvited: string;
}

const languages = { fr_FR: 'français', de_DE: 'Deutsch', it_IT: 'italiano', es_ES: 'español', en_GB: 'English' };

export const inviteFormTexts: Readonly<Record<Locale, InviteFormTexts>> = {
  en_GB: {
    opened: 'The form is open. Once you send it, I tell you here or in our direct messages how it went.',
    title: 'Invite to the kSuite',
    introduction: 'The person counts as one kSuite user from the moment the invitation is sent.',
    introductionToAsk:
      'An administrator decides. The person counts as one kSuite user from the moment the invitation is sent.',
    submit: 'Invite',
    ask: 'Ask',
    email: 'E-mail address',
    firstName: 'First name',
    lastName: 'Last name',
    role: 'Role',
    roleHelp: 'In the organization. A plain user can’t manage the kSuite.',
    confirmed: 'Powerful role',
    confirmedYes: 'Yes, I mean administrator or legal representative.',
    language: 'Language',
    languages,
    strict: 'Only this address',
    strictYes: 'They must sign in with this address.',
    workTeam: 'Work team',
    workTeamHelp: 'One of the organization, by its name.',
    channels: 'Channels',
    channelsHelp: 'Joined on arrival, with commas between them: ~marketing, ~sales',
    note: 'Personal note',
    noteHelp: 'A few words of yours for the welcome.',
    missing: 'Please fill this in.',
    confirmRole: 'This role is powerful: tick the confirmation below, or choose user.',
    alreadyInvited: 'This person is invited already.',
  },
  fr_FR: {
    opened: 'Le formulaire est ouvert. Une fois envoyé, je vous dis ici ou dans nos messages directs ce qu’il en est.',
    title: 'Inviter dans la kSuite',
    introduction: 'La personne compte comme un utilisateur kSuite dès l’envoi de l’invitation.',
    introductionToAsk:
      'Un administrateur décide. La personne compte comme un utilisateur kSuite dès l’envoi de l’invitation.',
    submit: 'Inviter',
    ask: 'Demander',
    email: 'Adresse e-mail',
    firstName: 'Prénom',
    lastName: 'Nom',
    role: 'Rôle',
    roleHelp: 'Dans l’organisation. Un simple utilisateur ne peut pas gérer la kSuite.',
    confirmed: 'Rôle étendu',
    confirmedYes: 'Oui, c’est bien administrateur ou représentant légal.',
    language: 'Langue',
    languages,
    strict: 'Cette adresse seule',
    strictYes: 'La connexion doit se faire avec cette adresse.',
    workTeam: 'Équipe de travail',
    workTeamHelp: 'Une équipe de l’organisation, par son nom.',
    channels: 'Canaux',
    channelsHelp: 'Rejoints à l’arrivée, séparés par des virgules : ~marketing, ~ventes',
    note: 'Note personnelle',
    noteHelp: 'Quelques mots de votre part pour l’accueil.',
    missing: 'À remplir.',
    confirmRole: 'Ce rôle est étendu : cochez la confirmation ci-dessous, ou choisissez utilisateur.',
    alreadyInvited: 'Cette personne est déjà invitée.',
  },
  de_DE: {
    opened:
      'Das Formular ist offen. Ist es abgeschickt, sage ich dir hier oder in unseren Direktnachrichten, wie es ausging.',
    title: 'In kSuite einladen',
    introduction: 'Die Person zählt als ein kSuite-Benutzer, sobald die Einladung verschickt ist.',
    introductionToAsk:
      'Ein Administrator entscheidet. Die Person zählt als ein kSuite-Benutzer, sobald die Einladung verschickt ist.',
    submit: 'Einladen',
    ask: 'Anfragen',
    email: 'E-Mail-Adresse',
    firstName: 'Vorname',
    lastName: 'Nachname',
    role: 'Rolle',
    roleHelp: 'In der Organisation. Ein einfacher Benutzer kann die kSuite nicht verwalten.',
    confirmed: 'Weitreichende Rolle',
    confirmedYes: 'Ja, ich meine Administrator oder gesetzlicher Vertreter.',
    language: 'Sprache',
    languages,
    strict: 'Nur diese Adresse',
    strictYes: 'Die Anmeldung muss mit dieser Adresse erfolgen.',
    workTeam: 'Arbeitsteam',
    workTeamHelp: 'Eines der Organisation, mit seinem Namen.',
    channels: 'Kanäle',
    channelsHelp: 'Bei der Ankunft aufgenommen, durch Kommas getrennt: ~marketing, ~verkauf',
    note: 'Persönliche Notiz',
    noteHelp: 'Ein paar eigene Worte für die Begrüssung.',
    missing: 'Bitte ausfüllen.',
    confirmRole: 'Diese Rolle darf viel: unten bestätigen, oder Benutzer wählen.',
    alreadyInvited: 'Diese Person ist schon eingeladen.',
  },
  it_IT: {
    opened: 'Il modulo è aperto. Dopo l’invio ti dico qui o nei nostri messaggi diretti com’è andata.',
    title: 'Invita nella kSuite',
    introduction: 'La persona conta come un utente kSuite dall’invio dell’invito.',
    introductionToAsk: 'Decide un amministratore. La persona conta come un utente kSuite dall’invio dell’invito.',
    submit: 'Invita',
    ask: 'Chiedi',
    email: 'Indirizzo e-mail',
    firstName: 'Nome',
    lastName: 'Cognome',
    role: 'Ruolo',
    roleHelp: 'Nell’organizzazione. Un semplice utente non può gestire la kSuite.',
    confirmed: 'Ruolo esteso',
    confirmedYes: 'Sì, intendo amministratore o rappresentante legale.',
    language: 'Lingua',
    languages,
    strict: 'Solo questo indirizzo',
    strictYes: 'L’accesso deve avvenire con questo indirizzo.',
    workTeam: 'Gruppo di lavoro',
    workTeamHelp: 'Uno dell’organizzazione, con il suo nome.',
    channels: 'Canali',
    channelsHelp: 'Aggiunti all’arrivo, separati da virgole: ~marketing, ~vendite',
    note: 'Nota personale',
    noteHelp: 'Qualche parola tua per il benvenuto.',
    missing: 'Da compilare.',
    confirmRole: 'Questo ruolo può molto: conferma qui sotto, o scegli utente.',
    alreadyInvited: 'Questa persona ha già un invito.',
  },
  es_ES: {
    opened: 'El formulario está abierto. Cuando lo envíes, te diré aquí o en nuestros mensajes directos cómo ha ido.',
    title: 'Invitar a la kSuite',
    introduction: 'La persona cuenta como un usuario de kSuite desde que se envía la invitación.',
    introductionToAsk:
      'Decide un administrador. La persona cuenta como un usuario de kSuite desde que se envía la invitación.',
    submit: 'Invitar',
    ask: 'Pedir',
    email: 'Correo electrónico',
    firstName: 'Nombre',
    lastName: 'Apellido',
    role: 'Rol',
    roleHelp: 'En la organización. Un simple usuario no puede gestionar la kSuite.',
    confirmed: 'Rol amplio',
    confirmedYes: 'Sí, quiero decir administrador o representante legal.',
    language: 'Idioma',
    languages,
    strict: 'Solo esta dirección',
    strictYes: 'Debe iniciar sesión con esta dirección.',
    workTeam: 'Equipo de trabajo',
    workTeamHelp: 'Uno de la organización, por su nombre.',
    channels: 'Canales',
    channelsHelp: 'Se une al llegar, separados por comas: ~marketing, ~ventas',
    note: 'Nota personal',
    noteHelp: 'Unas palabras tuyas para la bienvenida.',
    missing: 'Hay que rellenarlo.',
    confirmRole: 'Este rol puede mucho: confírmalo abajo, o elige usuario.',
    alreadyInvited: 'Esta persona ya tiene una invitación.',
  },
};
