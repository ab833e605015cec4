import type { InvitationTexts } from './texts.ts';

export const italian: InvitationTexts = {
  roles: { normal: 'utente', admin: 'amministratore', owner: 'rappresentante legale' },
  states: {
    awaiting_approval: 'da approvare',
    denied: 'negato',
    requested: 'richiesto',
    provisioning: 'in preparazione',
    unknown: 'non confermato',
    pending: 'in attesa',
    accepted: 'accettato',
    arrived: 'arrivato',
    expired: 'scaduto',
    revoked: 'revocato',
    rejected: 'rifiutato',
    failed: 'fallito',
  },
  failures: {
    invalid_email: 'Infomaniak non accetta questo indirizzo e-mail.',
    already_member:
      'la persona è già membro dell’organizzazione. Se le manca l’accesso a kSuite, si può dare nel Manager.',
    no_seat_left: 'non resta alcun posto kSuite. Libera o aggiungi un posto nel Manager, poi invita di nuovo.',
    no_ksuite: 'questa organizzazione non ha una kSuite. Verifica INFOMANIAK_ACCOUNT_ID con chi gestisce il bot.',
    not_authorized:
      'Infomaniak ha rifiutato il token API del bot. Chi lo gestisce deve rinnovare INFOMANIAK_API_TOKEN (ambito `accounts`), creato da qualcuno che può invitare.',
    provider_refused: 'Infomaniak ha rifiutato l’invito.',
    provider_unreachable:
      'Infomaniak è rimasto a lungo irraggiungibile e ho smesso di provare. Invita di nuovo più tardi.',
    no_guests:
      'questo server non ha ospiti, o la sua licenza non li comprende. In alternativa invita la persona come utente kSuite.',
    guest_not_allowed:
      'kChat non mi lascia invitare ospiti. Chi gestisce il bot deve dare al suo account un ruolo di amministratore in kChat.',
    guest_refused: 'kChat ha rifiutato l’invito.',
    already_guest: 'la persona è già ospite qui. Aggiungila ad altri canali in kChat stesso.',
    already_in_kchat: 'la persona è già membro di questo kChat. Aggiungila ai canali come tutti gli altri.',
    invited_as_user: 'la persona ha un invito come utente kSuite, nel Manager. Prima annullalo lì.',
  },
  invited: ({ person, role }) => `✅ ${person} ha un invito come ${role} e da ora conta come un utente kSuite.`,
  adopted: ({ person, until }) =>
    `✅ ${person} aveva già un invito fatto altrove, e seguo quello. Nome, ruolo, gruppi di lavoro e modo di accesso sono quelli che indica; il suo link è stato inviato allora${until === undefined ? '' : ` e vale fino al ${until}`}. La persona conta come un utente kSuite.`,
  renewed: ({ person }) => `🔁 L’invito di ${person} è rinnovato: il vecchio link non funziona più.`,
  lostInRenewal: ({ person, why }) =>
    `❌ L’invito di ${person} **non** è stato rinnovato, e il vecchio link non funziona più: ${why}`,
  notRenewed: ({ person, why }) =>
    `❌ L’invito di ${person} **non** è stato rinnovato, il vecchio link forse funziona ancora: ${why}`,
  acceptedMeanwhile: ({ person }) => `✅ Nel frattempo ${person} ha accettato. Non c’è nulla da rinnovare.`,
  notInvited: ({ person, why }) => `❌ ${person} **non** ha ricevuto l’invito: ${why}`,
  mailed: (until) =>
    `Infomaniak ha inviato il link per e-mail${until === undefined ? '' : `, valido fino al ${until}`}.`,
  signsInWithAddress: 'L’accesso deve avvenire con questo indirizzo.',
  signsInWithAny: 'L’accesso può avvenire con un altro indirizzo.',
  joins: (channels) => `All’arrivo entra in ${channels}.`,
  willTell: 'Ti avviserò quando sarà qui.',
  already: ({ person, inviter, at, standing }) =>
    `ℹ️ ${person} ha già un invito: da ${inviter} il ${at}. Quell’invito ${standing}. Non è stato inviato nulla di nuovo.`,
  alreadyAsked: ({ person, inviter, at }) =>
    `ℹ️ ${inviter} ha chiesto il ${at} di invitare ${person}. Questa richiesta attende un’approvazione. Non è stato inviato nulla di nuovo.`,
  standing: {
    pending: (until) => `attende di essere accettato${until === undefined ? '' : `, valido fino al ${until}`}`,
    accepted: 'è stato accettato; la persona non si è ancora vista in kChat',
    underWay: 'è ancora in preparazione',
  },
  toLook: (command) => `Per guardare: ${command}`,
};
