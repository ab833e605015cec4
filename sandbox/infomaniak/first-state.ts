import { randomBytes } from 'node:crypto';
import { seatsUsed, type Member, type ProviderState, type RoleType } from './state.ts';

export interface ProviderSettings {
  /** Of the organization. */
  accountId?: number | undefined;
  seats?: number | undefined;
  invitationTtlMs?: number | undefined;
  ratePerMinute?: number | undefined;
}

/** Fourteen days. The platform's real lifetime is unknown. */
const defaultTtlMs = 14 * 24 * 3600_000;

/**
 * The organization at the start. Roles here are independent of kChat's: the kChat administrator is a simple user, and
 * the organization's administrator administers no kChat.
 * @param crowd addresses of further members, with the integer ids they have in kChat
 */
export function firstProvider(
  settings: ProviderSettings,
  crowd: readonly { userId: number; firstName: string; lastName: string; email: string }[],
  now: number,
): ProviderState {
  const state: ProviderState = {
    accountId: settings.accountId ?? 4711,
    accountName: 'Acme SA',
    token: randomBytes(32).toString('base64url'),
    seats: 0,
    invitationTtlMs: settings.invitationTtlMs ?? defaultTtlMs,
    ratePerMinute: settings.ratePerMinute ?? 60,
    members: [
      member(1001, 'Pat', 'Keller', 'pat.keller@acme.ch', 'normal', [301]),
      member(1002, 'Max', 'Muster', 'max.muster@acme.ch', 'normal', [301]),
      member(1003, 'Olivia', 'Roth', 'olivia.roth@acme.ch', 'admin', []),
      ...crowd.map((one) => member(one.userId, one.firstName, one.lastName, one.email, 'normal', [])),
    ],
    invitations: [],
    teams: [workTeam(301, 'Marketing', now), workTeam(302, 'Support', now)],
    ai: { productId: 8001, models: ['mistralai/Ministral-3-14B-Instruct-2512'], write: parrot },
    nextId: 5001,
    recentRequests: [],
  };
  state.seats = settings.seats ?? seatsUsed(state) + 17;
  return state;
}

function member(
  user_id: number,
  first_name: string,
  last_name: string,
  email: string,
  role_type: RoleType,
  team_ids: number[],
): Member {
  return { user_id, first_name, last_name, email, role_type, language_id: 1, has_ksuite: true, team_ids };
}

function workTeam(id: number, name: string, now: number) {
  return { id, name, owned_by_id: 1003, created_by_id: 1003, created_at: now, updated_at: now };
}

/** Says again what it was told last, or the message in it, with a word of its own. */
function parrot(messages: readonly { content: string }[]): string {
  const told = messages.at(-1)?.content ?? '';
  const message = /"message":("(?:[^"\\]|\\.)*")/.exec(told)?.[1];
  return `✨ ${message === undefined ? told : String(JSON.parse(message))}`;
}
