import { LRUCache } from 'lru-cache';
import { isRemoteError, isTokenRefused, NotPermittedError, UserError } from '../errors.ts';
import type { Chat, ChatUser } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { plain, visible } from '../texts/plain.ts';
import type { Dependencies, Settings } from './dependencies.ts';
import { findAdministrators } from './find-administrators.ts';
import { firstInTime, firstWithin, lookupMs } from './first-within.ts';

/** The person behind a command, and what kChat says about their rights at this moment. */
export interface Caller {
  user: ChatUser;
  mayInvite: boolean;
  /** A person with a seat of their own in the team. */
  isMember: boolean;
}

export interface CallerLookup {
  /**
   * @param userId kChat's, or Infomaniak's of the same person, a number.
   * @throws UserError when kChat does not answer in time or knows nobody of that id.
   */
  find: (userId: string) => Promise<Caller>;
  /** The same, asked at this very moment: what was prepared long ago must not outlive the right to it. */
  findNow: (userId: string) => Promise<Caller>;
  /** The person's rights have changed: ask kChat the next time. */
  forget: (userId: string) => void;
}

const cacheMs = 60_000;

/**
 * Looks callers up in kChat and remembers them for at most 60 s. The organization's roles play no part: only
 * kChat's own administrators may invite, and those whom `KCHAT_ADMINS` names.
 * The look-up fails closed: no answer, no right.
 */
export function createCallerLookup(chat: Chat, settings: Settings, clock: Clock): CallerLookup {
  const cache = new LRUCache<string, Caller>({ max: 10_000, ttl: cacheMs, ttlResolution: 0, perf: clock });
  const findNow = async (userId: string) => {
    // Whatever comes of it, what was known counts no longer.
    cache.delete(userId);
    const caller = await readCaller(chat, settings, userId);
    cache.set(userId, caller);
    return caller;
  };
  return {
    find: async (userId) => cache.get(userId) ?? findNow(userId),
    findNow,
    forget: (userId) => {
      // What they were looked up by may have been Infomaniak's id of them.
      for (const [key, { user }] of cache.entries()) if (user.id === userId) cache.delete(key);
    },
  };
}

/** What kChat says at this very moment. @throws UserError as `find` does. */
export async function readCaller(chat: Chat, settings: Settings, userId: string): Promise<Caller> {
  try {
    const caller = await firstWithin(lookupMs, askCaller(chat, settings, userId));
    if (!caller) throw new UserError((locale) => mistakeTexts[locale].notAMember);
    return caller;
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    if (isTokenRefused(error)) {
      throw new UserError((locale) => mistakeTexts[locale].tokenRefused);
    }
    throw new UserError((locale) => mistakeTexts[locale].rightsNotChecked);
  }
}

/**
 * The same where nobody waits for a reply.
 * @returns undefined when nobody of that id is in the team.
 * @throws RemoteRefusal, RemoteSilence when kChat does not answer.
 */
export async function askCaller(chat: Chat, settings: Settings, userId: string): Promise<Caller | undefined> {
  const id = isInfomaniakId(userId) ? await kchatIdOf(chat, settings, userId) : userId;
  if (id === undefined) return undefined;
  const [user, membership] = await Promise.all([chat.user(id), chat.teamMembership(settings.team.id, id)]);
  if (!user || !membership) return undefined;
  const isPerson = !user.isBot && !user.isDeactivated && !user.isGuest && !membership.isGuest;
  const isNamed = settings.extraAdministrators.some((name) => name === user.id || name === user.username);
  return {
    user,
    isMember: isPerson,
    mayInvite: isPerson && (user.isSystemAdmin || membership.isTeamAdmin || isNamed),
  };
}

/** Nobody has published which id kChat sends with a command; its own are no numbers (kChat: sections 2 and 4). */
function isInfomaniakId(userId: string): boolean {
  return /^\d+$/.test(userId);
}

async function kchatIdOf(chat: Chat, { team }: Settings, infomaniakId: string): Promise<string | undefined> {
  const roster = await chat.roster(team.id);
  return roster.find(({ infomaniakUserId }) => infomaniakUserId === Number(infomaniakId))?.id;
}

/** As people know them. */
export function nameOf({ firstName, lastName, username }: ChatUser): string {
  return visible(`${firstName} ${lastName}`) || username;
}

type NameDependencies = Pick<Dependencies, 'chat' | 'settings' | 'msLeft'>;

/** Why the caller was refused, and who can help instead. Never fails: without an answer it stays general. */
export async function refusalFor(deps: NameDependencies): Promise<NotPermittedError> {
  const names = await administratorNames(deps);
  return new NotPermittedError((locale) => mistakeTexts[locale].onlyAdministrators(names));
}

/** Some of those who may invite, safe to post; empty where kChat does not tell in time. */
export async function administratorNames(deps: NameDependencies): Promise<string> {
  const administrators = await firstInTime(deps, findAdministrators(deps)).catch(() => []);
  return administrators
    .slice(0, 5)
    .map((user) => plain(nameOf(user)))
    .join(', ');
}
