import { approveRequest } from '../invitations/approval.ts';
import { describeInviter, describePerson } from '../invitations/describe.ts';
import type { Invitation } from '../ports/invitation-store.ts';
import { requestsTexts } from '../texts/commands/requests.ts';
import type { CallerContext } from './caller-context.ts';

/**
 * An administrator invites whom a member has asked for: that grants the request as it was made.
 * @returns what the administrator reads.
 * @throws UserError when it is a request of their own, or was answered meanwhile.
 */
export async function approveInstead(context: CallerContext, request: Invitation): Promise<string> {
  await approveRequest(context, request, context.caller.user);
  return requestsTexts[context.locale].approvedInstead(describePerson(request), describeInviter(request));
}
