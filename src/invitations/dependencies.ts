import type { Backups } from '../ports/backups.ts';
import type { Chat, ChatTeam } from '../ports/chat.ts';
import type { DrawChart } from '../ports/chart.ts';
import type { Clock } from '../ports/clock.ts';
import type { Observe } from '../ports/observe.ts';
import type { Locale, Provisioning } from '../ports/provisioning.ts';
import type { Store } from '../ports/store.ts';
import type { Tickets } from '../ports/tickets.ts';
import type { Writer } from '../ports/writer.ts';

/** What the use cases work with. They see ports only: no HTTP, no SQL, no vendor's client. */
export interface Dependencies {
  store: Store;
  chat: Chat;
  provisioning: Provisioning;
  clock: Clock;
  tickets: Tickets;
  drawChart: DrawChart;
  /** Told what has become true, after it was written. */
  observe: Observe;
  /** Writes the welcomes, where the operator wants that; without one they are the templates. */
  writer?: Writer | undefined;
  /** Where the operator wants the database copied at times. */
  backups?: Backups | undefined;
  settings: Settings;
  /** How much of the time for a reply is left, in milliseconds; without it nobody waits for one. */
  msLeft?: () => number;
}

export interface Settings {
  team: ChatTeam;
  /** The bot's own kChat user id. */
  botUserId: string;
  /** How many people one person may invite in 24 hours, and the whole team `teamShare` times as many; 0: no limit. */
  invitationsPerDay: number;
  /** Requests a minute to the provider. */
  ratePerMinute: number;
  noticeChannels: readonly string[];
  /** Where requests and the digest go; undefined: nobody but administrators may ask. */
  approvalChannel: string | undefined;
  /** User names or ids that may invite without being kChat administrators. */
  extraAdministrators: readonly string[];
  /** Empty: every domain. */
  allowedDomains: readonly string[];
  /** Whether anybody can be invited as legal representative, who may do everything in the organization. */
  allowLegalRepresentative: boolean;
  welcomeWalkIns: boolean;
  /** For how long people's data are kept after their invitation has ended; undefined: for good. */
  retentionDays: number | undefined;
  /** The database is a copy that was made then, and serves in the place of what it was copied from since a day at most. */
  restoredFrom: number | undefined;
  defaultLocale: Locale;
  /** How long a reply waits for the result of an invitation, in milliseconds. */
  replyWaitMs: number;
  /** The trigger that texts name where no command was typed, such as `kinvite`. */
  trigger: string;
}
