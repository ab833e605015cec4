/**
 * What the product needs of Infomaniak's account API. Every method throws `RemoteRefusal` when the API answers with an
 * error and `RemoteSilence` when it gives no usable answer; "not there" is `undefined`, not an error.
 * All times are milliseconds here; the API itself counts in seconds.
 */
export interface Provisioning {
  /** The member or pending person with exactly this address (compared without case). */
  findByEmail(email: string): Promise<ProviderPerson | undefined>;
  /**
   * @param beforeSending awaited right before the request is sent, when its turn has come; whatever it throws is thrown,
   *   and nothing is sent.
   */
  createInvitation(invitation: NewProviderInvitation, beforeSending: () => Promise<void>): Promise<ProviderInvitation>;
  /**
   * Gives the invitee a kSuite seat with the kChat and kDrive role `user`. Without it the person never gets kChat.
   * @throws RemoteRefusal with code `ksuite_quota_reached` when no seat is left.
   */
  grantKsuite(invitationId: number): Promise<void>;
  readInvitation(invitationId: number): Promise<ProviderInvitation | undefined>;
  /** The secret link by which a pending invitation is accepted; `undefined` when there is none (any more). */
  acceptLink(invitationId: number): Promise<string | undefined>;
  /** Cancelling what is already gone is no error. */
  cancelInvitation(invitationId: number): Promise<void>;
  /** Ids of all invitations that are still pending, from one paged list. */
  pendingInvitationIds(): Promise<Set<number>>;
  /** Ids of the invitations that this registered person has or had. */
  invitationIdsOfUser(userId: number): Promise<number[]>;
  /** A work team (group) by its name, compared without case. */
  workTeamByName(name: string): Promise<WorkTeam | undefined>;
  /** Everybody in a work team; people who are only invited are not. */
  workTeamMembers(workTeamId: number): Promise<WorkTeamMember[]>;
  /** Cheapest call that proves that the token and the organization fit. */
  checkAccess(): Promise<void>;
  /** The same for one of many: its calls come evenly, and let all others go first. */
  patiently(): Provisioning;
}

/** Legal representative, administrator, user: the role in the organization, which says nothing about kChat. */
export type OrganizationRole = 'owner' | 'admin' | 'normal';

export const locales = ['fr_FR', 'de_DE', 'it_IT', 'es_ES', 'en_GB'] as const;
export type Locale = (typeof locales)[number];

export interface NewProviderInvitation {
  email: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  role: OrganizationRole;
  /** The invitee must register with the invited address. */
  strict: boolean;
  workTeamIds: number[];
}

export interface ProviderInvitation {
  id: number;
  email: string;
  /** `other` stands for a status this program does not know: it is left as it is and reported. */
  status: 'pending' | 'accepted' | 'rejected' | 'cancelled' | 'other';
  rawStatus: string;
  hasKsuite: boolean;
  createdAt: number;
  /** When the mail went out; `undefined` when it did not. */
  sentAt: number | undefined;
  expiresAt: number | undefined;
}

export interface ProviderPerson {
  email: string;
  /** Set for members. */
  userId: number | undefined;
  /** Set while pending; a member with a new product invitation may have both. */
  invitationId: number | undefined;
}

export interface WorkTeamMember {
  userId: number;
  email: string;
  name: string;
}

export interface WorkTeam {
  id: number;
  name: string;
}
