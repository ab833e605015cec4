import type { Locale } from '../../ports/provisioning.ts';

interface StatusTexts {
  summary: string;
  notInvited: (email: string, invite: string) => string;
  invitedBy: (inviter: string, role: string) => string;
  thisAddress: string;
  anyAddress: string;
  language: (language: string) => string;
  channels: (channels: string) => string;
  until: (time: string) => string;
  columns: readonly [when: string, what: string];
  /** For whoever looks it up in the program's log. */
  inTheLog: (id: string) => string;
}

export const statusTexts: Readonly<Record<Locale, StatusTexts>> = {
  en_GB: {
    summary: 'Show the timeline of one invitation',
    notInvited: (email, invite) => `${email} was not invited here. To invite: ${invite}`,
    invitedBy: (inviter, role) => `Invited by ${inviter} as ${role}`,
    thisAddress: 'signs in with this address',
    anyAddress: 'may sign in with any address',
    language: (language) => `language ${language}`,
    channels: (channels) => `channels ${channels}`,
    until: (time) => `valid until ${time}`,
    columns: ['When', 'What'],
    inTheLog: (id) => `In the log it is ${id}.`,
  },
  fr_FR: {
    summary: 'Afficher le parcours d’une invitation',
    notInvited: (email, invite) => `${email} n’a pas été invité ici. Pour inviter : ${invite}`,
    invitedBy: (inviter, role) => `Invitation envoyée par ${inviter}, rôle ${role}`,
    thisAddress: 'connexion avec cette adresse',
    anyAddress: 'connexion avec toute adresse',
    language: (language) => `langue ${language}`,
    channels: (channels) => `canaux ${channels}`,
    until: (time) => `valable jusqu’au ${time}`,
    columns: ['Quand', 'Quoi'],
    inTheLog: (id) => `Dans le journal, c’est ${id}.`,
  },
  de_DE: {
    summary: 'Den Verlauf einer Einladung zeigen',
    notInvited: (email, invite) => `${email} wurde hier nicht eingeladen. Zum Einladen: ${invite}`,
    invitedBy: (inviter, role) => `Eingeladen von ${inviter} als ${role}`,
    thisAddress: 'Anmeldung mit dieser Adresse',
    anyAddress: 'Anmeldung mit jeder Adresse',
    language: (language) => `Sprache ${language}`,
    channels: (channels) => `Kanäle ${channels}`,
    until: (time) => `gültig bis ${time}`,
    columns: ['Wann', 'Was'],
    inTheLog: (id) => `Im Protokoll steht sie als ${id}.`,
  },
  it_IT: {
    summary: 'Mostrare il percorso di un invito',
    notInvited: (email, invite) => `${email} non è stato invitato qui. Per invitare: ${invite}`,
    invitedBy: (inviter, role) => `Invito di ${inviter} come ${role}`,
    thisAddress: 'accesso con questo indirizzo',
    anyAddress: 'accesso con qualsiasi indirizzo',
    language: (language) => `lingua ${language}`,
    channels: (channels) => `canali ${channels}`,
    until: (time) => `valido fino al ${time}`,
    columns: ['Quando', 'Che cosa'],
    inTheLog: (id) => `Nel registro è ${id}.`,
  },
  es_ES: {
    summary: 'Mostrar el recorrido de una invitación',
    notInvited: (email, invite) => `${email} no ha sido invitado aquí. Para invitar: ${invite}`,
    invitedBy: (inviter, role) => `Invitación de ${inviter} como ${role}`,
    thisAddress: 'inicio de sesión con esta dirección',
    anyAddress: 'inicio de sesión con cualquier dirección',
    language: (language) => `idioma ${language}`,
    channels: (channels) => `canales ${channels}`,
    until: (time) => `válida hasta el ${time}`,
    columns: ['Cuándo', 'Qué'],
    inTheLog: (id) => `En el registro es ${id}.`,
  },
};
