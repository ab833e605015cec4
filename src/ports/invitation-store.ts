import type { Locale, OrganizationRole } from './provisioning.ts';

export const invitationStates = [
  'awaiting_approval',
  'requested',
  'provisioning',
  'unknown',
  'pending',
  'accepted',
  'arrived',
  'expired',
  'revoked',
  'rejected',
  'denied',
  'failed',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** The states of what is on its way to the provider. */
const underWayStates = ['requested', 'provisioning', 'unknown'] as const satisfies InvitationState[];

export function isUnderWay(state: string): boolean {
  return underWayStates.some((one) => one === state);
}

/** The states in which an address counts as invited. */
export const invitedStates = [
  'requested',
  'provisioning',
  'unknown',
  'pending',
  'accepted',
] as const satisfies InvitationState[];

/** With those who wait for an approval; the database allows one such invitation per team and address. */
export const openStates = ['awaiting_approval', ...invitedStates] as const satisfies InvitationState[];

/** A kSuite user with a seat, invited at Infomaniak; or a guest of single channels, invited by kChat itself. */
export type InvitationKind = 'member' | 'guest';

export const failureReasons = [
  'invalid_email',
  'already_member',
  'no_seat_left',
  'no_ksuite',
  'not_authorized',
  'provider_refused',
  'provider_unreachable',
  'no_guests',
  'guest_not_allowed',
  'guest_refused',
  'already_guest',
  'already_in_kchat',
  'invited_as_user',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/**
 * How far the two calls at the provider have come. Written before and after each call that has an effect, so that
 * whoever resumes after a crash knows what may have happened.
 */
export type ProviderStep = 'none' | 'creating' | 'created' | 'undoing' | 'renewing';

export interface ChannelReference {
  id: string;
  name: string;
}

export interface Invitation {
  id: string;
  teamId: string;
  kind: InvitationKind;
  /** Canonical: trimmed, NFKC, lower case, domain in ASCII. */
  email: string;
  /** A guest's names are not known before the arrival. */
  firstName: string;
  lastName: string;
  role: OrganizationRole;
  strict: boolean;
  locale: Locale;
  /** Channels the newcomer joins, beside kChat's own defaults. */
  channels: ChannelReference[];
  /** Work teams as the inviter wrote them: names, or ids in digits. */
  workTeams: string[];
  state: InvitationState;
  failure: FailureReason | undefined;
  /** The provider's own words about a failure, for the inviter. */
  failureDetail: string | undefined;
  inviterId: string;
  /** The inviter as people know them, at the time of the command. */
  inviterName: string;
  requestedAt: number;
  providerStep: ProviderStep;
  /** When that step was written. */
  providerStepAt: number | undefined;
  providerInvitationId: number | undefined;
  expiresAt: number | undefined;
  acceptedAt: number | undefined;
  arrivedAt: number | undefined;
  /** How often it was renewed. */
  renewals: number;
  renewedAt: number | undefined;
  /** The card in its inviter's direct messages. */
  cardPostId: string | undefined;
  /** The administrator who granted a member's request. */
  approvedBy: string | undefined;
  /** The card of the request in the approval channel. */
  approvalPostId: string | undefined;
  /** A few words of the inviter's, for the welcome; for a guest, for the mail. */
  note: string | undefined;
  /** When the person's data were erased; names and address are empty then. */
  forgottenAt: number | undefined;
  providerUserId: number | undefined;
  chatUserId: string | undefined;
  /** The ended invitation of the same person that this one follows. */
  parentId: string | undefined;
  /** The import that it is part of. */
  importId: string | undefined;
}

export type NewInvitation = Pick<
  Invitation,
  | 'id'
  | 'teamId'
  | 'kind'
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'role'
  | 'strict'
  | 'locale'
  | 'channels'
  | 'workTeams'
  | 'inviterId'
  | 'inviterName'
  | 'requestedAt'
  | 'parentId'
  | 'importId'
  | 'note'
>;

export type InvitationChanges = Partial<
  Pick<
    Invitation,
    | 'firstName'
    | 'lastName'
    | 'failure'
    | 'failureDetail'
    | 'providerStep'
    | 'providerStepAt'
    | 'providerInvitationId'
    | 'expiresAt'
    | 'acceptedAt'
    | 'arrivedAt'
    | 'providerUserId'
    | 'chatUserId'
    | 'renewals'
    | 'renewedAt'
    | 'cardPostId'
    | 'channels'
    | 'approvedBy'
    | 'approvalPostId'
  >
>;

export const eventKinds = [
  'approval_requested',
  'approved',
  'denied',
  'requested',
  'created',
  'adopted',
  'seat_granted',
  'mailed',
  'unconfirmed',
  'renewal_requested',
  'accepted',
  'arrived',
  'joined_channel',
  'welcomed',
  'announced',
  'inviter_told',
  'expired',
  'revocation_requested',
  'revoked',
  'rejected',
  'failed',
  'accepted_late',
  'delivery_failed',
  'forgotten',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What people ask for, of which there are limits: each of these sends a mail, or a card to the approval channel. */
export const askingKinds = ['requested', 'approval_requested', 'renewal_requested'] as const satisfies EventKind[];

export interface InvitationEvent {
  teamId: string;
  invitationId: string;
  kind: EventKind;
  at: number;
  /** Who or what caused it: a kChat user id, or the name of a part of this program. */
  actor: string;
  /** One short fact, such as a channel name or a reason. */
  detail?: string | undefined;
}

export interface InvitationStore {
  /** @returns false when an open invitation of this address exists already; then nothing is written. */
  insert(invitation: NewInvitation): Promise<boolean>;
  byId(teamId: string, id: string): Promise<Invitation | undefined>;
  /** The one open invitation of an address: requested, provisioning, unknown, pending or accepted. */
  open(teamId: string, email: string): Promise<Invitation | undefined>;
  /** Those of these addresses that have an open invitation. */
  openAmong(teamId: string, emails: readonly string[]): Promise<Set<string>>;
  /** The newest invitation of an address, open or not. */
  /** @returns undefined also for an empty address: forgotten people have none. */
  latest(teamId: string, email: string): Promise<Invitation | undefined>;
  inStates(teamId: string, states: readonly InvitationState[]): Promise<Invitation[]>;
  /** Newest first. */
  page(
    teamId: string,
    query: { state: InvitationState | undefined; limit: number; offset: number },
  ): Promise<Invitation[]>;
  /** @param most where counting ends: among a million it takes longer than anybody wants to wait for a number. */
  count(teamId: string, state: InvitationState | undefined, most?: number): Promise<number>;
  /**
   * The only way to change a state: one conditional update.
   * @returns the changed invitation, or undefined when it was in none of the `from` states any more.
   */
  transition(
    teamId: string,
    id: string,
    from: readonly InvitationState[],
    to: InvitationState,
    changes?: InvitationChanges,
  ): Promise<Invitation | undefined>;
  /**
   * The same for what was found out about a pending invitation outside.
   * @param read as it was when the provider was asked: nothing is changed if it was renewed since then.
   */
  conclude(
    read: Pick<Invitation, 'teamId' | 'id' | 'renewals'>,
    to: InvitationState,
    changes?: InvitationChanges,
  ): Promise<Invitation | undefined>;
  /**
   * Records how far the calls at the provider have come, as long as the invitation is being made.
   * @param read as it was when the attempt decided on this step.
   * @returns the changed invitation, or undefined when another attempt has recorded a step, or ended it, since then.
   */
  takeStep(
    read: Pick<Invitation, 'teamId' | 'id' | 'providerStep' | 'providerStepAt'>,
    changes: InvitationChanges & Pick<Invitation, 'providerStep' | 'providerStepAt'>,
  ): Promise<Invitation | undefined>;
  /** Changes facts without a change of state. */
  update(teamId: string, id: string, changes: InvitationChanges): Promise<void>;
  addEvent(event: InvitationEvent): Promise<void>;
  /** Many at once. */
  addEvents(events: readonly InvitationEvent[]): Promise<void>;
  /** In the order they were recorded; the provider's own times may be a little off. */
  events(teamId: string, invitationId: string): Promise<InvitationEvent[]>;
  /**
   * When the n-th newest of the `askingKinds` was recorded, by one person or (`actor` undefined) by anybody.
   * @returns undefined when there are fewer since then.
   */
  nthNewestAsk(
    teamId: string,
    query: { actor: string | undefined; since: number; n: number },
  ): Promise<number | undefined>;
}
