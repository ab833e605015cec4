import type { ChatUser } from '../ports/chat.ts';
import type { UserAnswer } from './answers.ts';

/** A person or bot as the product sees them. */
export function chatUser(user: UserAnswer): ChatUser {
  return {
    id: user.id,
    username: user.username,
    firstName: user.first_name,
    lastName: user.last_name,
    email: user.email,
    locale: user.locale,
    timeZone: timeZoneOf(user.timezone),
    infomaniakUserId: user.user_id,
    isBot: user.is_bot || user.roles.some((role) => /(^|_)bot$/.test(role)),
    isGuest: user.roles.includes('system_guest'),
    isDeactivated: user.delete_at > 0,
    isSystemAdmin: user.roles.includes('system_admin'),
  };
}

function timeZoneOf(zone: UserAnswer['timezone']): string | undefined {
  if (!zone) return undefined;
  const { automaticTimezone, manualTimezone } = zone;
  // A string on Mattermost, a boolean in kChat's published schema.
  const automatic = String(zone.useAutomaticTimezone) === 'true';
  const names = automatic ? [automaticTimezone, manualTimezone] : [manualTimezone, automaticTimezone];
  return names.find(isTimeZone);
}

function isTimeZone(name: string): boolean {
  if (name === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
