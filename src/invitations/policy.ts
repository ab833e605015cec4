import { UserError } from '../errors.ts';
import type { OrganizationRole } from '../ports/provisioning.ts';
import { invitationTexts } from '../texts/invitations.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { plain } from '../texts/plain.ts';
import type { Settings } from './dependencies.ts';
import { domainOf } from './email-address.ts';

/** @throws UserError when the settings, or plain caution, forbid this invitation. */
export function checkPolicy(
  settings: Pick<Settings, 'allowedDomains'>,
  {
    email,
    firstName,
    role,
    confirmed,
  }: { email: string; firstName: string; role: OrganizationRole; confirmed: boolean },
): void {
  checkDomain(settings, email);
  if (role !== 'normal' && !confirmed) {
    const facts = { name: plain(firstName), isOwner: role === 'owner' };
    throw new UserError((locale) =>
      mistakeTexts[locale].mightyRole({ ...facts, role: invitationTexts[locale].roles[role] }),
    );
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
