import type { Generated } from 'kysely';

/** The tables as Kysely sees them: camelCase here, snake_case in SQL; JSON columns hold text. */
export interface Schema {
  team: TeamTable;
  commandToken: CommandTokenTable;
  invitation: InvitationTable;
  invitationEvent: InvitationEventTable;
  delivery: DeliveryTable;
  knownPerson: KnownPersonTable;
  notice: NoticeTable;
  noticeArrival: NoticeArrivalTable;
  usedTicket: UsedTicketTable;
  import: ImportTable;
  importRow: ImportRowTable;
  importNews: ImportNewsTable;
  newcomerChannel: NewcomerChannelTable;
  welcomeText: WelcomeTextTable;
  auditEntry: AuditEntryTable;
  providerRequest: ProviderRequestTable;
  providerPause: ProviderPauseTable;
}

interface TeamTable {
  id: string;
  name: string;
  botUserId: string;
  sealedBotToken: string | null;
  primedAt: number | null;
  /** In a copy of the database: when it was made, and when it was served first. */
  copiedAt: number | null;
  restoredAt: number | null;
}

interface CommandTokenTable {
  teamId: string;
  commandId: string;
  trigger: string;
  tokenHash: string;
  savedAt: number;
}

export interface InvitationTable {
  id: string;
  teamId: string;
  kind: string;
  email: string;
  firstName: string;
  lastName: string;
  role: string;
  strict: number;
  locale: string;
  /** JSON: ChannelReference[] */
  channels: string;
  /** JSON: string[] */
  workTeams: string;
  state: string;
  failure: string | null;
  failureDetail: string | null;
  inviterId: string;
  inviterName: string;
  requestedAt: number;
  providerStep: Generated<string>;
  providerStepAt: number | null;
  providerInvitationId: number | null;
  expiresAt: number | null;
  acceptedAt: number | null;
  arrivedAt: number | null;
  providerUserId: number | null;
  chatUserId: string | null;
  renewals: Generated<number>;
  renewedAt: number | null;
  cardPostId: string | null;
  approvedBy: string | null;
  approvalPostId: string | null;
  note: string | null;
  forgottenAt: number | null;
  parentId: string | null;
  importId: string | null;
}

export interface InvitationEventTable {
  id: Generated<number>;
  teamId: string;
  invitationId: string;
  kind: string;
  at: number;
  actor: string;
  detail: string | null;
}

export interface DeliveryTable {
  id: string;
  teamId: string;
  kind: string;
  target: string;
  /** JSON: DeliveryPayloads[kind] */
  payload: string;
  invitationId: string | null;
  dedupeKey: string;
  runAt: number;
  attempts: Generated<number>;
  firstAttemptAt: number | null;
  lockedBy: string | null;
  lockedUntil: number | null;
  state: Generated<'ready' | 'done' | 'dead'>;
  endedAt: number | null;
  result: string | null;
  lastError: string | null;
  message: string | null;
  /** Of a dead one: the report that tells of it, or `toldOtherwise`; null: nobody is told yet. */
  toldBy: string | null;
}

interface KnownPersonTable {
  teamId: string;
  userId: string;
  firstSeenAt: number;
}

interface NoticeTable {
  id: string;
  teamId: string;
  channelName: string;
  openedAt: number;
  postId: string | null;
  shownArrivals: Generated<number>;
}

interface NoticeArrivalTable {
  id: Generated<number>;
  teamId: string;
  noticeId: string;
  userId: string;
  name: string;
  inviterName: string | null;
  invitationId: string | null;
  arrivedAt: number;
}

interface AuditEntryTable {
  id: Generated<number>;
  teamId: string;
  at: number;
  actor: string;
  verb: string;
  email: string | null;
  detail: string | null;
}

interface ProviderPauseTable {
  teamId: string;
  pausedUntil: number;
}

interface ProviderRequestTable {
  id: Generated<number>;
  teamId: string;
  at: number;
}

interface UsedTicketTable {
  id: string;
  teamId: string;
  expiresAt: number;
}

export interface WelcomeTextTable {
  teamId: string;
  part: string;
  locale: string;
  text: string;
  afterDays: number | null;
  changedAt: number;
  changedBy: string;
}

export interface ImportTable {
  id: string;
  teamId: string;
  byId: string;
  byName: string;
  locale: string;
  trigger: string;
  state: 'offered' | 'running' | 'cancelled' | 'done';
  createdAt: number;
  startedAt: number | null;
  postId: string | null;
  ending: 'not_taken' | 'stopped' | null;
}

export interface ImportRowTable {
  importId: string;
  number: number;
  teamId: string;
  email: string;
  firstName: string;
  lastName: string;
  locale: string;
  /** JSON: ChannelReference[] */
  channels: string;
  problem: string | null;
  invitationId: string | null;
}

interface ImportNewsTable {
  importId: string;
  message: string;
  invitationId: string;
  teamId: string;
  dueAt: number;
  /** The delivery that tells of it; null: none does yet. */
  toldBy: string | null;
}

interface NewcomerChannelTable {
  teamId: string;
  channelId: string;
  name: string;
  addedBy: string;
  addedAt: number;
}
