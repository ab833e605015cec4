import type { ChannelReference } from './invitation-store.ts';

/** Channels that everybody who is invited here joins, beside kChat's own. */
export interface NewcomerChannelStore {
  /** By name. */
  all(teamId: string): Promise<ChannelReference[]>;
  /** @returns false when it is among them already. */
  add(teamId: string, channel: ChannelReference, addedBy: string, addedAt: number): Promise<boolean>;
  /** @returns false when it was not among them. */
  remove(teamId: string, name: string): Promise<boolean>;
}
