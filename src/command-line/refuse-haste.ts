import { UserError } from '../errors.ts';
import { mistakeTexts } from '../texts/mistakes.ts';

/** @throws UserError that says when to try again, unless nobody has to wait. @param waitMs as `CallLimits` tells it. */
export function refuseHaste(waitMs: number): void {
  if (waitMs > 0) throw new UserError((locale) => mistakeTexts[locale].tooManyCommands(Math.ceil(waitMs / 1_000)));
}
