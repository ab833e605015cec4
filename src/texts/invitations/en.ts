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
    domain_not_allowed: 'addresses of this domain can’t be invited here.',
    already_member:
      'they are a member of the organization already. Give them kSuite access in the Manager if they lack it.',
    no_seat_left:
      'no kSuite seat is left. Nothing remains at Infomaniak. Free a seat or add one in the Manager, then invite again.',
    no_ksuite: 'this organization has no kSuite. Check INFOMANIAK_ACCOUNT_ID with whoever runs this bot.',
    not_authorized:
      'Infomaniak refused the bot’s API token. Whoever runs this bot has to renew INFOMANIAK_API_TOKEN (scope `accounts`), made by somebody who may invite.',
    provider_refused: 'Infomaniak refused the invitation.',
    provider_unreachable:
      'Infomaniak could not be reached for a long time, and I have stopped trying. Please invite again later.',
  },
  invited: ({ person, role }) => `✅ ${person} is invited as ${role} and counts as one kSuite user from now on.`,
  renewed: ({ person }) => `🔁 The invitation of ${person} is renewed: the old link no longer works.`,
  notRenewed: ({ person, why }) =>
    `❌ The invitation of ${person} was **not** renewed, the old link may still work: ${why}`,
  acceptedMeanwhile: ({ person }) => `✅ ${person} has accepted in the meantime. There is nothing to renew.`,
  notInvited: ({ person, why }) => `❌ ${person} was **not** invited: ${why}`,
  mailed: (until) => `Infomaniak has mailed the link${until === undefined ? '' : `, valid until ${until}`}.`,
  signsInWithAddress: 'They have to sign in with this address.',
  signsInWithAny: 'They may sign in with any address.',
  joins: (channels) => `On arrival they join ${channels}.`,
  willTell: (command) => `I will tell you when they are here. To look: ${command}`,
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
