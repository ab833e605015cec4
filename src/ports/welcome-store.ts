import type { Locale } from './provisioning.ts';

/** Which message to a newcomer: the welcome itself, the one some days later, or the one for a channel, by its name. */
export type WelcomePart = 'first' | 'second' | `channel:${string}`;

/** A message that this team has written for its newcomers, with placeholders. */
export interface WelcomeText {
  teamId: string;
  part: WelcomePart;
  locale: Locale;
  text: string;
  /** How many days after the welcome; for the second message alone. */
  afterDays: number | undefined;
  changedAt: number;
  /** The kChat user id of whoever wrote it. */
  changedBy: string;
}

export interface WelcomeStore {
  /** Everything the team has written, by part and language. */
  all(teamId: string): Promise<WelcomeText[]>;
  /** Replaces what was there for this part and language. */
  save(text: WelcomeText): Promise<void>;
  /** @returns false when there was none. */
  remove(teamId: string, part: WelcomePart, locale: Locale): Promise<boolean>;
}
