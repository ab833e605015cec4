import type { InvitationTexts } from './texts.ts';

export const english: InvitationTexts = {
  roles: { normal: 'user', admin: 'administrator', owner: 'legal representative' },
  states: {
    awaiting_approval: 'awaiting approval',
    denied: 'denied',
    requested: 'requested',
    provisioning: 'being made',
    unknown: 'not confirmed',
    pending: 'pending',
    accepted: 'accepted',
    arrived: 'arrived',
    expired: 'expired',
    revoked: 'revoked',
    rejected: 'declined',
    failed: 'failed',
  },
  failures: {
    invalid_email: 'Infomaniak does not accept this e-mail address.',
    already_member:
      'they are a member of the organization already. Give them kSuite access in the Manager if they lack it.',
    no_seat_left: 'no kSuite seat is left. Free a seat or add one in the Manager, then invite again.',
    no_ksuite: 'this organization has no kSuite. Check INFOMANIAK_ACCOUNT_ID with whoever runs this bot.',
    not_authorized:
      'Infomaniak refused the bot’s API token. Whoever runs this bot has to renew INFOMANIAK_API_TOKEN (scope `accounts`), made by somebody who may invite.',
    provider_refused: 'Infomaniak refused the invitation.',
    provider_unreachable:
      'Infomaniak could not be reached for a long time, and I have stopped trying. Please invite again later.',
    no_guests:
      'this server has no guests, or its licence does not include them. You can invite the person as a kSuite user instead.',
    guest_not_allowed:
      'kChat does not let me invite guests. Whoever runs this bot has to give its account an administrator’s role in kChat.',
    guest_refused: 'kChat refused the invitation.',
    already_guest: 'they are a guest here already. Add them to more channels in kChat itself.',
    already_in_kchat: 'they are a member of this kChat already. Add them to the channels like everybody else.',
    invited_as_user: 'they are invited as a kSuite user, in the Manager. Cancel that invitation there first.',
  },
  invited: ({ person, role }) => `✅ ${person} is invited as ${role} and counts as one kSuite user from now on.`,
  adopted: ({ person, until }) =>
    `✅ ${person} was invited elsewhere already, and I follow that invitation. Name, role, work teams and how they sign in are as it says; its link was mailed then${until === undefined ? '' : ` and is valid until ${until}`}. They count as one kSuite user.`,
  renewed: ({ person }) => `🔁 The invitation of ${person} is renewed: the old link no longer works.`,
  lostInRenewal: ({ person, why }) =>
    `❌ The invitation of ${person} was **not** renewed, and its old link no longer works: ${why}`,
  notRenewed: ({ person, why }) =>
    `❌ The invitation of ${person} was **not** renewed, the old link may still work: ${why}`,
  acceptedMeanwhile: ({ person }) => `✅ ${person} has accepted in the meantime. There is nothing to renew.`,
  notInvited: ({ person, why }) => `❌ ${person} was **not** invited: ${why}`,
  mailed: (until) => `Infomaniak has mailed the link${until === undefined ? '' : `, valid until ${until}`}.`,
  signsInWithAddress: 'They have to sign in with this address.',
  signsInWithAny: 'They may sign in with any address.',
  joins: (channels) => `On arrival they join ${channels}.`,
  willTell: 'I will tell you when they are here.',
  already: ({ person, inviter, at, standing }) =>
    `ℹ️ ${person} is invited already: by ${inviter} on ${at}. That invitation ${standing}. Nothing new was sent.`,
  alreadyAsked: ({ person, inviter, at }) =>
    `ℹ️ ${inviter} asked on ${at} to invite ${person}. That request is waiting for an approval. Nothing new was sent.`,
  standing: {
    pending: (until) => `is waiting for them to accept${until === undefined ? '' : `, valid until ${until}`}`,
    accepted: 'was accepted; they have not been seen in kChat yet',
    underWay: 'is still being made',
  },
  toLook: (command) => `To look: ${command}`,
};
