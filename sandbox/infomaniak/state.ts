export type Locale = 'de_DE' | 'en_GB' | 'es_ES' | 'fr_FR' | 'it_IT';
/** Legal representative, administrator, user. */
export type RoleType = 'owner' | 'admin' | 'normal';
export type AppRole = 'admin' | 'user';

/** A member of the organization. */
export interface Member {
  user_id: number;
  first_name: string;
  last_name: string;
  email: string;
  role_type: RoleType;
  language_id: number;
  has_ksuite: boolean;
  team_ids: number[];
}

export interface Invitation {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  locale: Locale;
  role_type: RoleType;
  strict: boolean;
  status: 'pending' | 'accepted' | 'rejected' | 'cancelled';
  has_billing: boolean;
  has_billing_mailing: boolean;
  has_mailing: boolean;
  /** `undefined` without kSuite. */
  ksuite: { kchat_role: AppRole; kdrive_role: AppRole } | undefined;
  team_ids: number[];
  /** Milliseconds, like all times in the state; the documents have seconds. */
  created_at: number;
  updated_at: number;
  sent_at: number | undefined;
  expired_at: number;
  /** The last part of the accept link. */
  secret: string;
  /** Who accepted it. */
  user_id: number | undefined;
}

export interface WorkTeam {
  id: number;
  name: string;
  owned_by_id: number;
  created_by_id: number;
  created_at: number;
  updated_at: number;
}

/** The AI product. Its models know nothing: a test or whoever plays says what they write. */
export interface AiProduct {
  productId: number;
  models: string[];
  /** @returns null when the model ran out of tokens before it said anything, as reasoning models do. */
  write: (messages: readonly { role: string; content: string }[]) => string | null;
}

/** What the emulated provider holds of the one organization. */
export interface ProviderState {
  accountId: number;
  accountName: string;
  token: string;
  /** kSuite seats bought. */
  seats: number;
  invitationTtlMs: number;
  ratePerMinute: number;
  members: Member[];
  /** Oldest first; settled ones stay. */
  invitations: Invitation[];
  teams: WorkTeam[];
  ai: AiProduct;
  nextId: number;
  /** When the token's requests of the last minute were answered, in milliseconds. */
  recentRequests: number[];
}

export const isExpired = (invitation: Invitation, now: number): boolean => invitation.expired_at <= now;

/** Members with kSuite and people invited with kSuite: an invited person already counts; reference/infomaniak-api.md 3.7. */
export function seatsUsed(state: ProviderState): number {
  const members = state.members.filter((member) => member.has_ksuite).length;
  return members + state.invitations.filter(({ status, ksuite }) => status === 'pending' && ksuite).length;
}
