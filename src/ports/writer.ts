import type { Locale } from './provisioning.ts';

/** Somebody who writes a message in their own voice. */
export interface Writer {
  /**
   * @returns plain text that nobody has checked: it may say anything and be of any length.
   * @throws RemoteRefusal, RemoteSilence, within 5 s.
   */
  welcome(facts: WritingFacts): Promise<string>;
}

/** What the message is about. Some of it was typed by strangers: it is handed on as data and never as instructions. */
export interface WritingFacts {
  locale: Locale;
  firstName: string;
  team: string;
  /** Empty for a person who was not invited here. */
  inviter: string;
  /** `~name` each. */
  channels: readonly string[];
  /** The message as it would be without a writer: everything it says has to be said. */
  message: string;
}
