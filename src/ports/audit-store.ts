import type { EventKind } from './invitation-store.ts';

/** Who did what and when: the acts recorded here and the events of all invitations, read as one. */
export interface AuditStore {
  /** Records an act that is not one of an invitation's events. */
  add(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  page(teamId: string, query: AuditQuery & { limit: number; offset: number }): Promise<AuditEntry[]>;
  count(teamId: string, query: AuditQuery): Promise<number>;
}

export interface AuditQuery {
  /** Everything about this address; without one, what people did, and not what the program did by itself. */
  email: string | undefined;
}

/** What people do that is no event of an invitation. Stored, so their form never changes. */
export const auditActs = [
  'export',
  'import',
  'import_cancelled',
  'welcome_set',
  'welcome_reset',
  'welcome_sent',
  'channel_added',
  'channel_removed',
  'group',
  'link',
  'forget',
] as const;
export type AuditAct = (typeof auditActs)[number];

export interface NewAuditEntry {
  teamId: string;
  at: number;
  /** A kChat user id. */
  actor: string;
  verb: AuditAct;
  /** Whom it was about. */
  email?: string | undefined;
  /** One short fact. */
  detail?: string | undefined;
}

export interface AuditEntry {
  at: number;
  /** A kChat user id, or the name of a part of this program. */
  actor: string;
  act: { event: EventKind } | { verb: AuditAct };
  email: string | undefined;
  detail: string | undefined;
}

/** What `actor` says where no person acted. */
export const programParts = ['Infomaniak', 'arrivals', 'deliveries', 'provisioning', 'requests', 'retention'] as const;
