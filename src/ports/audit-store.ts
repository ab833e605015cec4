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

export interface NewAuditEntry {
  teamId: string;
  at: number;
  /** A kChat user id. */
  actor: string;
  verb: string;
  /** Whom it was about. */
  email: string | undefined;
  /** One short fact. */
  detail: string | undefined;
}

export interface AuditEntry {
  at: number;
  /** A kChat user id, or the name of a part of this program. */
  actor: string;
  /** The kind of an event, or a verb. */
  act: { event: EventKind } | { verb: string };
  email: string | undefined;
  detail: string | undefined;
}

/** What `actor` says where no person acted. */
export const programParts = ['Infomaniak', 'arrivals', 'deliveries', 'provisioning', 'retention'] as const;
