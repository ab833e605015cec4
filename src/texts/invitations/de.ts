import type { InvitationTexts } from './texts.ts';

export const german: InvitationTexts = {
  roles: { normal: 'Benutzer', admin: 'Administrator', owner: 'gesetzlicher Vertreter' },
  states: {
    awaiting_approval: 'wartet auf Freigabe',
    denied: 'nicht freigegeben',
    requested: 'angefragt',
    provisioning: 'in Arbeit',
    unknown: 'unbestätigt',
    pending: 'ausstehend',
    accepted: 'angenommen',
    arrived: 'angekommen',
    expired: 'abgelaufen',
    revoked: 'widerrufen',
    rejected: 'abgelehnt',
    failed: 'gescheitert',
  },
  failures: {
    invalid_email: 'Infomaniak nimmt diese E-Mail-Adresse nicht an.',
    already_member:
      'Die Person ist bereits Mitglied der Organisation. Fehlt ihr der kSuite-Zugang, lässt er sich im Manager geben.',
    no_seat_left:
      'Es ist kein kSuite-Platz mehr frei. Im Manager einen Platz frei machen oder hinzufügen, dann neu einladen.',
    no_ksuite: 'Diese Organisation hat keine kSuite. Bitte INFOMANIAK_ACCOUNT_ID mit der Betreiberin prüfen.',
    not_authorized:
      'Infomaniak hat das API-Token des Bots abgelehnt. Wer ihn betreibt, muss INFOMANIAK_API_TOKEN erneuern (Recht `accounts`), erstellt von jemandem, der einladen darf.',
    provider_refused: 'Infomaniak hat die Einladung abgelehnt.',
    provider_unreachable:
      'Infomaniak war lange nicht erreichbar, und ich versuche es nicht weiter. Bitte später neu einladen.',
    no_guests:
      'Dieser Server kennt keine Gäste, oder seine Lizenz umfasst sie nicht. Die Person lässt sich stattdessen als kSuite-Benutzer einladen.',
    guest_not_allowed:
      'kChat lässt mich keine Gäste einladen. Wer den Bot betreibt, muss seinem Konto in kChat eine Administratorrolle geben.',
    guest_refused: 'kChat hat die Einladung abgelehnt.',
    already_guest: 'Die Person ist hier bereits Gast. In weitere Kanäle lässt sie sich in kChat selbst aufnehmen.',
    already_in_kchat:
      'Die Person ist bereits Mitglied dieses kChats und lässt sich wie alle anderen in Kanäle aufnehmen.',
    invited_as_user: 'Die Person ist im Manager als kSuite-Benutzer eingeladen. Bitte zuerst dort widerrufen.',
  },
  invited: ({ person, role }) => `✅ ${person} ist als ${role} eingeladen und zählt ab jetzt als ein kSuite-Benutzer.`,
  adopted: ({ person, until }) =>
    `✅ ${person} war schon anderswo eingeladen, und ich begleite diese Einladung. Name, Rolle, Arbeitsteams und Anmeldung sind, wie sie es sagt; ihr Link wurde damals gemailt${until === undefined ? '' : ` und gilt bis ${until}`}. Die Person zählt als ein kSuite-Benutzer.`,
  renewed: ({ person }) => `🔁 Die Einladung von ${person} ist erneuert: Der alte Link gilt nicht mehr.`,
  lostInRenewal: ({ person, why }) =>
    `❌ Die Einladung von ${person} wurde **nicht** erneuert, und der alte Link gilt nicht mehr: ${why}`,
  notRenewed: ({ person, why }) =>
    `❌ Die Einladung von ${person} wurde **nicht** erneuert, der alte Link gilt vielleicht noch: ${why}`,
  acceptedMeanwhile: ({ person }) => `✅ ${person} hat inzwischen angenommen. Es gibt nichts zu erneuern.`,
  notInvited: ({ person, why }) => `❌ ${person} wurde **nicht** eingeladen: ${why}`,
  mailed: (until) => `Infomaniak hat den Link gemailt${until === undefined ? '' : `, gültig bis ${until}`}.`,
  signsInWithAddress: 'Die Anmeldung muss mit dieser Adresse erfolgen.',
  signsInWithAny: 'Die Anmeldung ist auch mit einer anderen Adresse möglich.',
  joins: (channels) => `Bei der Ankunft geht es in ${channels}.`,
  willTell: 'Ich melde mich, sobald die Person da ist.',
  already: ({ person, inviter, at, standing }) =>
    `ℹ️ ${person} ist schon eingeladen: von ${inviter} am ${at}. Diese Einladung ${standing}. Es wurde nichts Neues verschickt.`,
  alreadyAsked: ({ person, inviter, at }) =>
    `ℹ️ ${inviter} hat am ${at} darum gebeten, ${person} einzuladen. Diese Anfrage wartet auf eine Freigabe. Neu verschickt wurde nichts.`,
  standing: {
    pending: (until) => `wartet auf die Annahme${until === undefined ? '' : `, gültig bis ${until}`}`,
    accepted: 'wurde angenommen; in kChat war die Person noch nicht zu sehen',
    underWay: 'ist noch in Arbeit',
  },
  toLook: (command) => `Zum Nachsehen: ${command}`,
};
