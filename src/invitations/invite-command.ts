import type { Invitation } from '../ports/invitation-store.ts';
import type { OrganizationRole } from '../ports/provisioning.ts';
import { code } from '../texts/plain.ts';
import type { Settings } from './dependencies.ts';

/** Roles as they are typed after `--role`. */
export const roleWords: Readonly<Record<OrganizationRole, string>> = {
  normal: 'user',
  admin: 'administrator',
  owner: 'legal-representative',
};

/** Names and teams can be long, and a line that is cut invites somebody else. */
const maxLength = 2_000;

type Again = Pick<
  Invitation,
  'kind' | 'email' | 'firstName' | 'lastName' | 'role' | 'strict' | 'locale' | 'channels' | 'workTeams'
>;

/** The line that invites the same person again, in the same way. The note is left out: it belonged to that day. */
export function inviteCommand(
  { kind, email, firstName, lastName, role, strict, locale, channels, workTeams }: Again,
  { trigger, defaultLocale }: Pick<Settings, 'trigger' | 'defaultLocale'>,
): string {
  const language = locale === defaultLocale ? [] : ['--lang', locale.slice(0, 2)];
  const links = channels.map(({ name }) => `~${name}`);
  const words =
    kind === 'guest'
      ? ['guest', email, ...links, ...language]
      : [
          ...[email, quote(firstName), quote(lastName)],
          ...(role === 'normal' ? [] : ['--role', roleWords[role], '--confirm']),
          ...(strict ? [] : ['--any-login']),
          ...language,
          ...workTeams.flatMap((name) => ['--team', quote(name)]),
          ...links.flatMap((link) => ['--channel', link]),
        ];
  return code(`/${trigger} ${words.filter(Boolean).join(' ')}`, maxLength);
}

/** Several words stay together; a quotation mark within them would part them. */
function quote(text: string): string {
  const inner = text.replace(/["“”„«»‟]/g, '');
  return /\s/.test(inner) ? `"${inner}"` : inner;
}
