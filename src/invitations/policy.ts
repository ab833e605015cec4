import { UserError } from '../errors.ts';
import type { OrganizationRole } from '../ports/provisioning.ts';
import { plain } from '../texts/plain.ts';
import type { Settings } from './dependencies.ts';
import { roleNames } from './describe.ts';
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
  const domain = domainOf(email);
  if (settings.allowedDomains.length > 0 && !settings.allowedDomains.includes(domain)) {
    const allowed = settings.allowedDomains.map((name) => `\`${name}\``).join(', ');
    throw new UserError(`Addresses of \`${domain}\` can't be invited here. Allowed: ${allowed}.`);
  }
  if (role !== 'normal' && !confirmed) {
    throw new UserError(
      `As ${roleNames[role]}, ${plain(firstName)} could ${role === 'owner' ? 'do everything in the organization, contracts and payments included' : 'manage products, people and accounting of the organization'}. If that is what you want, add \`--confirm\`.`,
    );
  }
}
