import { json, type Answer } from '../http/answer.ts';
import { ClosedInvitation } from './accept.ts';
import { messagePage } from './acceptance-page.ts';

/** What became of an invitation, for a browser or a script. */
export function said(status: number, page: boolean, state: string, message: string): Answer {
  if (page) return { status, html: messagePage('Invitation', message) };
  return json({ status: state, message, user_id: null, kchat_user_id: null }, status);
}

/** The answer for an invitation that is no longer open. @throws whatever else went wrong */
export function closed(error: unknown, page: boolean): Answer {
  if (error instanceof ClosedInvitation) return said(error.status, page, error.reason, error.message);
  throw error;
}
