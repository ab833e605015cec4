import { UserError } from '../errors.ts';
import { mayHoldSeat } from '../invitations/free-expired.ts';
import type { AnyDelivery, DeliveryKind } from '../ports/delivery-store.ts';
import { isUnderWay, type Invitation } from '../ports/invitation-store.ts';
import type { StoreQueries } from '../ports/store.ts';

/** Whether running a dead delivery again does what was meant then: `undefined`, or one sentence that says why not. */
type WhyNot = (delivery: AnyDelivery, invitation: Invitation | undefined) => string | undefined;

const always: WhyNot = () => undefined;
const never =
  (why: string): WhyNot =>
  () =>
    why;

const canAskAgain = never('Whoever asked for it can ask again, if they still may.');
const isReportedAnyway = never(
  'The import went on without it. Whoever imported was told, and the list in kChat says what became of the people.',
);
const looksAgain = never('Nothing was lost by it: the next look finds the same.');

/** By kind. A right that somebody had when they asked may be gone, and an invitation may have gone on without it. */
const whyNotAgain: Readonly<Record<DeliveryKind, WhyNot>> = {
  provision: (_delivery, invitation) =>
    invitation && isUnderWay(invitation.state)
      ? undefined
      : `The invitation is ${invitation?.state ?? 'gone'}, and that is not undone by this. Invite the person again, or use resend while it is pending; both look first whether there is one already.`,
  revoke: (delivery, invitation) => {
    if (!invitation || (invitation.state !== 'pending' && !mayHoldSeat(invitation)))
      return `There is nothing to revoke: the invitation is ${invitation?.state ?? 'gone'}.`;
    return delivery.kind === 'revoke' && (delivery.payload.renewals ?? 0) !== invitation.renewals
      ? 'The invitation was renewed since. Revoke it again in kChat, if that is still meant.'
      : undefined;
  },
  outcome: always,
  welcome: always,
  add_to_channel: always,
  notice: always,
  card: always,
  approval_card: always,
  request_end: always,
  import_run: always,
  import_end: always,
  inviter_message: always,
  import_news: always,
  digest: always,
  backup: always,
  dead_report: never('The next report tells of the same.'),
  // By then the rows may have been forgotten (end-import.ts): what would be sent is a table of nobody.
  import_card: isReportedAnyway,
  import_report: isReportedAnyway,
  welcome_test: canAskAgain,
  import_file: canAskAgain,
  group: canAskAgain,
  stats_chart: canAskAgain,
  export: canAskAgain,
  retention: looksAgain,
  poll: looksAgain,
  absence: looksAgain,
  roster: looksAgain,
  meet: looksAgain,
};

/**
 * Makes a delivery that was given up due again, where that still makes sense.
 * @throws UserError with one sentence: it is not there, not dead, or of no use any more.
 */
export async function retryDead(
  { deliveries, invitations }: Pick<StoreQueries, 'deliveries' | 'invitations'>,
  teamId: string,
  id: string,
  now: number,
): Promise<void> {
  const delivery = await deliveries.dead(teamId, id);
  if (!delivery) throw new UserError('No dead delivery has this id. "npm run jobs -- list --state dead" shows them.');
  // Erased together with the person (retention): only its key is left, so that nothing is sent twice.
  if (delivery.target === '') throw new UserError('The person was forgotten, and with them what was to be done.');
  const { invitationId } = delivery;
  const invitation = invitationId === undefined ? undefined : await invitations.byId(teamId, invitationId);
  const why = whyNotAgain[delivery.kind](delivery, invitation);
  if (why !== undefined) throw new UserError(why);
  if (!(await deliveries.revive(teamId, id, now))) throw new UserError('It is no longer dead: somebody was quicker.');
}
