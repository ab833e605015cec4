import type { Invitation } from '../ports/invitation-store.ts';
import type { Locale } from '../ports/provisioning.ts';
import { requestsTexts } from '../texts/commands/requests.ts';
import { channelLink } from '../texts/plain.ts';
import { approvalCard } from './approval-card.ts';
import { administratorNames } from './caller.ts';
import type { Dependencies } from './dependencies.ts';
import { describePerson } from './describe.ts';

/** What whoever asked reads when the approval channel could not show it. @param reason safe to post. */
export async function tellRequester(
  deps: Pick<Dependencies, 'chat' | 'settings'>,
  request: Invitation,
  { locale, reason }: { locale: Locale; reason: string },
): Promise<string> {
  return requestsTexts[locale].unheard(describePerson(request), reason, await administratorNames(deps));
}

/** What administrators read instead of the card: the request, what went wrong, and what to type. */
export function tellAdministrator(
  { tickets, settings }: Pick<Dependencies, 'tickets' | 'settings'>,
  request: Invitation,
  { locale, reason }: { locale: Locale; reason: string },
): string {
  const card = approvalCard({ tickets, settings: { ...settings, defaultLocale: locale } }, request, undefined);
  const channel = channelLink(settings.approvalChannel ?? '');
  return [card.text, requestsTexts[locale].notShown(channel, reason), card.instead].filter(Boolean).join('\n\n');
}
