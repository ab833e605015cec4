import type { Invitation } from '../ports/invitation-store.ts';

/** What may still be at the provider when this program stops asking it, in words for the inviter. */
export function leftBehind({
  providerStep,
  providerInvitationId,
}: Pick<Invitation, 'providerStep' | 'providerInvitationId'>): string | undefined {
  if (providerStep === 'creating')
    return 'I could not find out whether the invitation was made; inviting again looks first.';
  if (providerStep === 'undoing')
    return 'An invitation without kSuite access is left at Infomaniak; cancel it in the Manager.';
  if (providerInvitationId === undefined) return undefined;
  return 'An invitation is left at Infomaniak, perhaps without kSuite access; inviting again goes on with it.';
}
