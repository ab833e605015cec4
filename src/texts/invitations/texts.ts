import type { FailureReason, InvitationState } from '../../ports/invitation-store.ts';
import type { OrganizationRole } from '../../ports/provisioning.ts';

/** How an invitation stands, in words for administrators. What is passed in is safe to post already. */
export interface InvitationTexts {
  roles: Readonly<Record<OrganizationRole, string>>;
  states: Readonly<Record<InvitationState, string>>;
  failures: Readonly<Record<FailureReason, string>>;
  /** The outcome of provisioning. */
  invited: (facts: { person: string; role: string }) => string;
  /** It was invited elsewhere already, and only followed from here. */
  adopted: (facts: { person: string; until: string | undefined }) => string;
  renewed: (facts: { person: string }) => string;
  /** The old link is dead, and there is no new one. */
  lostInRenewal: (facts: { person: string; why: string }) => string;
  /** The old link lives. */
  notRenewed: (facts: { person: string; why: string }) => string;
  acceptedMeanwhile: (facts: { person: string }) => string;
  notInvited: (facts: { person: string; why: string }) => string;
  mailed: (until: string | undefined) => string;
  signsInWithAddress: string;
  signsInWithAny: string;
  joins: (channels: string) => string;
  willTell: string;
  /** An address that is invited already. */
  already: (facts: { person: string; inviter: string; at: string; standing: string }) => string;
  /** Somebody has asked for the invitation. */
  alreadyAsked: (facts: { person: string; inviter: string; at: string }) => string;
  standing: {
    pending: (until: string | undefined) => string;
    accepted: string;
    underWay: string;
  };
  toLook: (statusCommand: string) => string;
}
