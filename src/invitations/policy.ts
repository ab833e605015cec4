import { UserError } from '../errors.ts';
import type { OrganizationRole } from '../ports/provisioning.ts';
import { requestsTexts } from '../texts/commands/requests.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { plain } from '../texts/plain.ts';
import type { Caller } from './caller.ts';
import type { Settings } from './dependencies.ts';
import { domainOf } from './email-address.ts';

/** What an inviter asks for, as far as policy is concerned. */
interface Asked {
  email: string;
  firstName: string;
  role: OrganizationRole;
  confirmed: boolean;
}

/** @throws UserError when the settings, the inviter's own rank or plain caution forbid this invitation. */
export function checkPolicy(
  settings: Pick<Settings, 'allowedDomains' | 'allowLegalRepresentative'>,
  inviter: Pick<Caller, 'mayInvite'>,
  { email, firstName, role, confirmed }: Asked,
): void {
  checkRole(settings, inviter, role);
  checkDomain(settings, email);
  if (role !== 'normal' && !confirmed) {
    const facts = { name: plain(firstName), isOwner: role === 'owner' };
    throw new UserError((locale) =>
      mistakeTexts[locale].mightyRole({ ...facts, role: invitationTexts[locale].roles[role] }),
    );
  }
}

/**
 * Whoever may only ask can ask for plain users, and legal representatives are invited only where the operator wants it.
 * The inviter's own role in the organization plays no part: to Infomaniak it is neither needed nor enough (kChat:
 * section 6).
 * @throws UserError when this role can't be given here.
 */
export function checkRole(
  { allowLegalRepresentative }: Pick<Settings, 'allowLegalRepresentative'>,
  { mayInvite }: Pick<Caller, 'mayInvite'>,
  role: OrganizationRole,
): void {
  if (role !== 'normal' && !mayInvite) throw new UserError((locale) => requestsTexts[locale].userOnly);
  if (role === 'owner' && !allowLegalRepresentative) {
    throw new UserError((locale) => mistakeTexts[locale].noLegalRepresentatives);
  }
}

/**
 * @returns the address.
 * @throws UserError when addresses of its domain can't be invited here.
 */
export function checkDomain({ allowedDomains }: Pick<Settings, 'allowedDomains'>, email: string): string {
  const domain = domainOf(email);
  if (allowedDomains.length === 0 || allowedDomains.includes(domain)) return email;
  const allowed = allowedDomains.map((name) => `\`${name}\``).join(', ');
  throw new UserError((locale) => mistakeTexts[locale].domainNotAllowed({ domain: `\`${domain}\``, allowed }));
}
