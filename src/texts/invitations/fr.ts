import type { InvitationTexts } from './texts.ts';

export const french: InvitationTexts = {
  roles: { normal: 'utilisateur', admin: 'administrateur', owner: 'représentant légal' },
  states: {
    awaiting_approval: 'à approuver',
    denied: 'non approuvée',
    requested: 'demandée',
    provisioning: 'en préparation',
    unknown: 'non confirmée',
    pending: 'en attente',
    accepted: 'acceptée',
    arrived: 'arrivée',
    expired: 'expirée',
    revoked: 'révoquée',
    rejected: 'refusée',
    failed: 'échouée',
  },
  failures: {
    invalid_email: 'Infomaniak n’accepte pas cette adresse e-mail.',
    already_member:
      'cette personne est déjà membre de l’organisation. Donnez-lui l’accès kSuite dans le Manager s’il lui manque.',
    no_seat_left:
      'il ne reste aucune place kSuite. Libérez ou ajoutez une place dans le Manager, puis invitez à nouveau.',
    no_ksuite:
      'cette organisation n’a pas de kSuite. Vérifiez INFOMANIAK_ACCOUNT_ID avec la personne qui exploite ce bot.',
    not_authorized:
      'Infomaniak a refusé le jeton d’API du bot. La personne qui l’exploite doit renouveler INFOMANIAK_API_TOKEN (droit `accounts`), créé par quelqu’un qui peut inviter.',
    provider_refused: 'Infomaniak a refusé l’invitation.',
    provider_unreachable:
      'Infomaniak est resté longtemps injoignable et j’ai cessé d’essayer. Invitez à nouveau plus tard.',
    no_guests:
      'ce serveur n’a pas d’externes, ou sa licence ne les prévoit pas. Vous pouvez inviter la personne comme utilisateur kSuite.',
    guest_not_allowed:
      'kChat ne me laisse pas inviter d’externes. La personne qui exploite ce bot doit donner à son compte un rôle d’administrateur dans kChat.',
    guest_refused: 'kChat a refusé l’invitation.',
    already_guest: 'cette personne est déjà ici comme externe. Ajoutez-la à d’autres canaux dans kChat même.',
    already_in_kchat: 'cette personne est déjà membre de ce kChat. Ajoutez-la aux canaux comme tout le monde.',
    invited_as_user:
      'cette personne est invitée comme utilisateur kSuite, dans le Manager. Annulez d’abord cette invitation là-bas.',
  },
  invited: ({ person, role }) =>
    `✅ ${person} est invité·e comme ${role} et compte désormais comme un utilisateur kSuite.`,
  adopted: ({ person, until }) =>
    `✅ ${person} était déjà invité·e ailleurs, et je suis cette invitation. Nom, rôle, équipes de travail et mode de connexion sont ceux qu’elle indique ; son lien a été envoyé à l’époque${until === undefined ? '' : ` et reste valable jusqu’au ${until}`}. La personne compte comme un utilisateur kSuite.`,
  renewed: ({ person }) => `🔁 L’invitation de ${person} est renouvelée : l’ancien lien ne fonctionne plus.`,
  lostInRenewal: ({ person, why }) =>
    `❌ L’invitation de ${person} n’a **pas** été renouvelée, et l’ancien lien ne fonctionne plus : ${why}`,
  notRenewed: ({ person, why }) =>
    `❌ L’invitation de ${person} n’a **pas** été renouvelée, l’ancien lien fonctionne peut-être encore : ${why}`,
  acceptedMeanwhile: ({ person }) => `✅ ${person} a accepté entre-temps. Il n’y a rien à renouveler.`,
  notInvited: ({ person, why }) => `❌ ${person} n’a **pas** été invité·e : ${why}`,
  mailed: (until) =>
    `Infomaniak a envoyé le lien par e-mail${until === undefined ? '' : `, valable jusqu’au ${until}`}.`,
  signsInWithAddress: 'La connexion se fait obligatoirement avec cette adresse.',
  signsInWithAny: 'La connexion peut se faire avec une autre adresse.',
  joins: (channels) => `À son arrivée, cette personne rejoint ${channels}.`,
  willTell: 'Je vous préviendrai à son arrivée.',
  already: ({ person, inviter, at, standing }) =>
    `ℹ️ ${person} est déjà invité·e : par ${inviter} le ${at}. Cette invitation ${standing}. Rien de nouveau n’a été envoyé.`,
  alreadyAsked: ({ person, inviter, at }) =>
    `ℹ️ ${inviter} a demandé le ${at} d’inviter ${person}. Cette demande attend une approbation. Rien de nouveau n’a été envoyé.`,
  standing: {
    pending: (until) => `attend d’être acceptée${until === undefined ? '' : `, valable jusqu’au ${until}`}`,
    accepted: 'a été acceptée ; la personne n’a pas encore été vue dans kChat',
    underWay: 'est encore en préparation',
  },
  toLook: (command) => `Pour regarder : ${command}`,
};
