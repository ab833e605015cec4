import type { Locale } from './provisioning.ts';
import type { WelcomePart } from './welcome-store.ts';

/** What is owed outside: the payload each kind of delivery carries. */
export interface DeliveryPayloads {
  /** Make the invitation true at the provider. */
  provision: ReplyTo;
  /** Tell the inviter how provisioning ended, when the command's own reply was too early for it. */
  outcome: ReplyTo;
  /** Send the newcomer the Euria welcome. */
  welcome: {
    locale: string;
    userId: string;
    firstName: string;
    /** Without: the welcome itself. */
    part?: WelcomePart;
    /** A short one, that speaks of no kSuite. */
    isGuest?: boolean;
    /** Asked for once more: nothing else follows from it. */
    isRepeat?: boolean;
  };
  /** Send somebody a welcome with example data, to look at. */
  welcome_test: WelcomeExample & { userId: string; part: WelcomePart };
  add_to_channel: { channelId: string; channelName: string; userId: string };
  /** Bring the shared arrival notice of a channel up to date. */
  notice: { noticeId: string };
  /** Bring the invitation's card, in its inviter's direct messages, up to date. */
  card: Record<string, never>;
  /** Bring the card of a request, in the approval channel, up to date. */
  approval_card: Record<string, never>;
  /** End a request that nobody has answered. */
  request_end: Record<string, never>;
  /** Add everybody of a work team to a channel. */
  group: { workTeam: string; channelId: string; channelName: string; userId: string; locale: Locale };
  /** Read a file that somebody sent to the bot in a direct message, and offer what it holds as an import. */
  import_file: { postId: string; channelId: string; userId: string };
  /** Start the rows of an import, a few at a time. */
  import_run: { importId: string };
  /** Bring the message of an import up to date. */
  import_card: { importId: string };
  /** Tell what became of each row. */
  import_report: { importId: string };
  /** End an offer that nobody took, and forget whom an import was about once it is over. */
  import_end: { importId: string };
  /** Take the invitation back at the provider. */
  revoke: { byId: string; /** Which of its lives is meant. */ renewals?: number };
  /** Tell the inviter, by direct message, what became of the invitation. */
  inviter_message: {
    message: InviterMessageKind;
    what?: string;
    reason?: string;
    expiresAt?: number;
    /** Whom to tell, where that is not the inviter. */
    readerId?: string;
  };
  /** Tell the inviter, by one direct message, what became of many people of one import. */
  import_news: {
    importId: string;
    message: GatheredMessageKind;
    /** What is due before this is told as well, in milliseconds. */
    until: number;
  };
  /** Tell the administrators what was given up of which nobody else was told. */
  dead_report: Record<string, never>;
  /** Tell in a channel what the week was like. */
  digest: Record<string, never>;
  /** Draw the numbers of `stats` and send them to whoever asked. */
  stats_chart: { userId: string; locale: Locale; days: number; now: number; timeZone: string };
  /** Send all invitations as a file to whoever asked. */
  export: { userId: string; locale: Locale };
  /** Forget the people of old invitations. */
  retention: Record<string, never>;
  /** Copy the database into the folder of the copies. */
  backup: { at: number };
  /** Look for those who accepted and never came. */
  absence: Record<string, never>;
  /** Look at the provider and at the roster. */
  poll: Record<string, never>;
  /** Look who is in the team and was not met yet. */
  roster: Record<string, never>;
  /** Look who this person is, of whom realtime said something. */
  meet: { userId: string };
}

/** What a welcome is filled with when there is no newcomer. */
export interface WelcomeExample {
  locale: Locale;
  firstName: string;
  inviterName: string;
  /** `~name` each. */
  channels: string[];
}

/** Where and how a command was typed, so that a late answer reaches the same person in the same place. */
export interface ReplyTo {
  channelId: string;
  responseUrl?: string | undefined;
  /** The word after the slash, as it was typed. */
  trigger: string;
  /** Nobody waits for this one result: it is part of an import. */
  isSilent?: boolean | undefined;
  /** No reply is under way that could carry the result: a button was pressed or a form sent. */
  isDetached?: boolean | undefined;
  /** Who asked, when it was not the inviter. */
  askedBy?: string | undefined;
}

/** What can befall everybody of an import on one day. */
export const gatheredMessageKinds = ['reminder', 'arrived', 'expired', 'rejected', 'revoked', 'gone'] as const;
export type GatheredMessageKind = (typeof gatheredMessageKinds)[number];

export const inviterMessageKinds = [
  'request_unheard',
  'request_not_shown',
  'approved',
  'denied',
  ...gatheredMessageKinds,
  'accepted_late',
  'delivery_failed',
] as const;
export type InviterMessageKind = (typeof inviterMessageKinds)[number];

export type DeliveryKind = keyof DeliveryPayloads;

export interface Delivery<Kind extends DeliveryKind = DeliveryKind> {
  id: string;
  teamId: string;
  kind: Kind;
  /** What the effect lands on; two deliveries of one kind and target never run at the same time. */
  target: string;
  /** Empty once it is done. */
  payload: DeliveryPayloads[Kind];
  invitationId: string | undefined;
  dedupeKey: string;
  runAt: number;
  /** How often it has been started, this time included. */
  attempts: number;
  /** When it was started first: what may have happened, happened after this. */
  firstAttemptAt: number | undefined;
  lastError: string | undefined;
  /** The words of the message, kept before it was sent first and until it is done or given up. */
  message: string | undefined;
}

/** A delivery whose payload fits its kind. */
export type AnyDelivery = { [Kind in DeliveryKind]: Delivery<Kind> }[DeliveryKind];

export type NewDelivery = {
  [Kind in DeliveryKind]: {
    teamId: string;
    kind: Kind;
    target: string;
    payload: DeliveryPayloads[Kind];
    invitationId?: string | undefined;
    /** At most one delivery with this key ever exists. */
    dedupeKey: string;
    runAt: number;
    /** What it does may have been done already, after this time: it counts as tried, so that it is looked for first. */
    triedSince?: number | undefined;
  };
}[DeliveryKind];

/** `dead`: given up; it stays until somebody looks at it. */
export type UnfinishedState = 'ready' | 'dead';

export interface DeliveryTally {
  kind: DeliveryKind;
  state: UnfinishedState;
  count: number;
  /** When the first of them was to be run. */
  oldestRunAt: number;
}

export interface DeadCount {
  kind: DeliveryKind;
  count: number;
}

/** A delivery as whoever looks after the program sees it: without its words, and without whom it is for. */
export interface DeliverySummary {
  id: string;
  kind: DeliveryKind;
  invitationId: string | undefined;
  state: UnfinishedState;
  attempts: number;
  runAt: number;
  /** When it was given up. */
  endedAt: number | undefined;
  lastError: string | undefined;
}

export interface ClaimOptions {
  teamId: string;
  now: number;
  holder: string;
  leaseMs: number;
  limit: number;
}

export interface DeliveryStore {
  /** @returns false when a delivery with this key exists already. */
  enqueue(delivery: NewDelivery): Promise<boolean>;
  /** Takes due deliveries of a team under a lease, oldest first, and counts the attempt. */
  claim(options: ClaimOptions): Promise<AnyDelivery[]>;
  /** Those of the teams for which something is due that nobody works on. */
  teamsDue(teamIds: readonly string[], now: number): Promise<string[]>;
  /** The four endings of an attempt; each changes nothing unless `holder` still holds the lease. */
  finish(id: string, holder: string, result: string, now: number): Promise<boolean>;
  retry(id: string, holder: string, runAt: number, error: string): Promise<boolean>;
  /**
   * Put off without counting the attempt: something else has to happen first.
   * @param reason kept as the last error; without one, that stays as it was.
   */
  postpone(id: string, holder: string, runAt: number, reason?: string): Promise<boolean>;
  /** @param isTold whether somebody is told of it, or nobody needs to be. */
  bury(id: string, holder: string, error: string, now: number, isTold?: boolean): Promise<boolean>;
  /**
   * Keeps the words of a message before it is sent, so that every later attempt looks for the same ones.
   * @returns what is kept: the first words win.
   */
  keepMessage(id: string, message: string): Promise<string>;
  /** Prolongs a lease whose work takes longer. */
  renew(id: string, holder: string, lockedUntil: number): Promise<boolean>;
  /** Takes back this holder's leases in a team but those of the deliveries it works on. */
  releaseBut(teamId: string, holder: string, ids: readonly string[]): Promise<void>;
  /** Takes back every lease. Only for the one process that owns the database. */
  releaseAll(): Promise<void>;
  /** Marks a waiting delivery as done without running it; false when it runs, has run, or is unknown. */
  settle(teamId: string, dedupeKey: string, result: string, now: number): Promise<boolean>;
  byKey(teamId: string, dedupeKey: string): Promise<AnyDelivery | undefined>;
  /** Whether a delivery of this kind and target waits for its turn. */
  isWaiting(teamId: string, kind: DeliveryKind, target: string): Promise<boolean>;
  /**
   * Whether this delivery waits for its turn and has no words yet. Asked in a transaction, it stays so until that ends.
   */
  isUnworded(teamId: string, dedupeKey: string): Promise<boolean>;
  /** Whether a delivery of this kind and target waits or runs. */
  isOwed(teamId: string, kind: DeliveryKind, target: string): Promise<boolean>;
  /** How many deliveries of a kind are still owed for an invitation. */
  unfinished(teamId: string, invitationId: string, kind: DeliveryKind): Promise<number>;
  /** One that was given up. */
  dead(teamId: string, id: string): Promise<AnyDelivery | undefined>;
  /** Those that are not done, by when they are or were due. */
  unfinishedPage(teamId: string, state: UnfinishedState, limit: number): Promise<DeliverySummary[]>;
  /**
   * Makes one that was given up due again, with all the attempts of its kind. It counts as tried once: what earlier
   * attempts may have done is looked for before it is repeated.
   * @returns false when there is no such delivery, or it is not dead (any more).
   */
  revive(teamId: string, id: string, now: number): Promise<boolean>;
  /**
   * Takes those that were given up and of which nobody is told, for a report. Asked again, it finds those it has taken
   * as well.
   */
  takeUntold(teamId: string, reportId: string): Promise<DeadCount[]>;
  /** The report was not given: its deliveries are for the next one. */
  giveBackUntold(teamId: string, reportId: string): Promise<void>;
  /** How many are not done, by kind and state. */
  tally(teamId: string): Promise<DeliveryTally[]>;
  /** When the next delivery is due, or undefined when none waits. */
  nextRunAt(teamId: string): Promise<number | undefined>;
  /** Deletes deliveries of a kind that ended, done or dead, before a time. */
  forgetEnded(teamId: string, kind: DeliveryKind, before: number): Promise<void>;
}
