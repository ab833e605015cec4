import type { ChannelReference, InvitationState } from './invitation-store.ts';
import type { Locale } from './provisioning.ts';

export interface Import {
  id: string;
  teamId: string;
  byId: string;
  byName: string;
  /** Of whoever imports. */
  locale: Locale;
  /** The word after the slash, as it was typed. */
  trigger: string;
  state: 'offered' | 'running' | 'cancelled' | 'done';
  createdAt: number;
  startedAt: number | undefined;
  /** The one message that is edited as it goes, in the direct messages of whoever imports. */
  postId: string | undefined;
  /** Why it is `cancelled` although nobody did that: nobody took the offer, or its importer may no longer invite. */
  ending: 'not_taken' | 'stopped' | undefined;
}

export interface ImportRow {
  /** The line it came from, the first one being 1. */
  number: number;
  email: string;
  firstName: string;
  lastName: string;
  locale: Locale;
  channels: ChannelReference[];
  /** Why nobody is invited, safe to post and in the language of whoever imports; empty for somebody who was forgotten. */
  problem: string | undefined;
  invitationId: string | undefined;
}

/** How far an import has come. */
export interface ImportProgress {
  total: number;
  problems: number;
  /** Not started yet. */
  waiting: number;
  /** Started, and still on the way to the provider. */
  underWay: number;
  /** Started and ended, by the state of the invitation. */
  ended: Partial<Record<InvitationState, number>>;
}

export interface ImportStore {
  add(record: Omit<Import, 'state' | 'startedAt' | 'postId' | 'ending'>, rows: readonly ImportRow[]): Promise<void>;
  byId(teamId: string, id: string): Promise<Import | undefined>;
  /** The one that runs; a team has no two at once. */
  running(teamId: string): Promise<Import | undefined>;
  /** The newest offer made to a person that is still open. */
  offerOf(teamId: string, byId: string): Promise<Import | undefined>;
  /** @returns false when it was in none of the `from` states, or another import of the team runs. */
  move(
    teamId: string,
    id: string,
    from: readonly Import['state'][],
    to: Import['state'],
    now: number,
    ending?: Import['ending'],
  ): Promise<boolean>;
  recordPost(teamId: string, id: string, postId: string): Promise<void>;
  rows(teamId: string, id: string): Promise<ImportRow[]>;
  /** Rows that are fine and not started, in their order. */
  waiting(teamId: string, id: string, limit: number): Promise<ImportRow[]>;
  /** A row was started, or turned out to be a problem. */
  settleRow(
    teamId: string,
    id: string,
    number: number,
    result: { invitationId: string } | { problem: string },
  ): Promise<void>;
  progress(teamId: string, id: string): Promise<ImportProgress>;
  /** Deletes the rows, and the name of whoever imported; that there was an import stays. */
  clear(teamId: string, id: string): Promise<void>;
}
