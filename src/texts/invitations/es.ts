import type { InvitationTexts } from './texts.ts';

export const spanish: InvitationTexts = {
  roles: { normal: 'usuario', admin: 'administrador', owner: 'representante legal' },
  states: {
    awaiting_approval: 'por aprobar',
    denied: 'denegada',
    requested: 'solicitada',
    provisioning: 'en preparación',
    unknown: 'sin confirmar',
    pending: 'pendiente',
    accepted: 'aceptada',
    arrived: 'llegó',
    expired: 'caducada',
    revoked: 'revocada',
    rejected: 'rechazada',
    failed: 'fallida',
  },
  failures: {
    invalid_email: 'Infomaniak no acepta esta dirección de correo.',
    already_member: 'ya es miembro de la organización. Si le falta el acceso a kSuite, se puede dar en el Manager.',
    no_seat_left: 'no queda ninguna plaza de kSuite. Libera o añade una plaza en el Manager e invita de nuevo.',
    no_ksuite: 'esta organización no tiene kSuite. Comprueba INFOMANIAK_ACCOUNT_ID con quien gestiona este bot.',
    not_authorized:
      'Infomaniak rechazó el token de API del bot. Quien lo gestiona debe renovar INFOMANIAK_API_TOKEN (ámbito `accounts`), creado por alguien que pueda invitar.',
    provider_refused: 'Infomaniak rechazó la invitación.',
    provider_unreachable:
      'Infomaniak no respondió durante mucho tiempo y he dejado de intentarlo. Invita de nuevo más tarde.',
    no_guests:
      'este servidor no tiene externos, o su licencia no los incluye. Puedes invitar a la persona como usuario de kSuite.',
    guest_not_allowed:
      'kChat no me deja invitar a externos. Quien gestiona este bot debe dar a su cuenta un rol de administrador en kChat.',
    guest_refused: 'kChat rechazó la invitación.',
    already_guest: 'ya está aquí como externo. Añádelo a más canales en el propio kChat.',
    already_in_kchat: 'ya es miembro de este kChat. Añádelo a los canales como a los demás.',
    invited_as_user: 'tiene una invitación como usuario de kSuite, en el Manager. Cancélala primero allí.',
  },
  invited: ({ person, role }) =>
    `✅ ${person} tiene una invitación como ${role} y cuenta desde ahora como un usuario de kSuite.`,
  adopted: ({ person, until }) =>
    `✅ ${person} ya tenía una invitación hecha en otro lugar, y sigo esa. Nombre, rol, equipos de trabajo e inicio de sesión son los que indica; su enlace se envió entonces${until === undefined ? '' : ` y es válido hasta el ${until}`}. La persona cuenta como un usuario de kSuite.`,
  renewed: ({ person }) => `🔁 La invitación de ${person} está renovada: el enlace anterior ya no funciona.`,
  lostInRenewal: ({ person, why }) =>
    `❌ **No** se renovó la invitación de ${person}, y el enlace anterior ya no funciona: ${why}`,
  notRenewed: ({ person, why }) =>
    `❌ **No** se renovó la invitación de ${person}; puede que el enlace anterior aún funcione: ${why}`,
  acceptedMeanwhile: ({ person }) => `✅ ${person} ha aceptado entretanto. No hay nada que renovar.`,
  notInvited: ({ person, why }) => `❌ **No** se ha invitado a ${person}: ${why}`,
  mailed: (until) =>
    `Infomaniak ha enviado el enlace por correo${until === undefined ? '' : `, válido hasta el ${until}`}.`,
  signsInWithAddress: 'Debe iniciar sesión con esta dirección.',
  signsInWithAny: 'Puede iniciar sesión con otra dirección.',
  joins: (channels) => `Al llegar entra en ${channels}.`,
  willTell: 'Te avisaré cuando esté aquí.',
  already: ({ person, inviter, at, standing }) =>
    `ℹ️ ${person} ya tiene una invitación: de ${inviter}, el ${at}. Esa invitación ${standing}. No se ha enviado nada nuevo.`,
  alreadyAsked: ({ person, inviter, at }) =>
    `ℹ️ ${inviter} pidió el ${at} que se invite a ${person}. Esa petición espera una aprobación. No se ha enviado nada nuevo.`,
  standing: {
    pending: (until) => `espera a ser aceptada${until === undefined ? '' : `, válida hasta el ${until}`}`,
    accepted: 'fue aceptada; todavía no se ha visto a la persona en kChat',
    underWay: 'todavía se está preparando',
  },
  toLook: (command) => `Para mirar: ${command}`,
};
