import type { Caller } from '../invitations/caller.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { Locale } from '../ports/provisioning.ts';

/** What a command, a button and a form know about whom they serve. */
export interface CallerContext extends Dependencies {
  caller: Caller;
  /** The caller's language. */
  locale: Locale;
}
