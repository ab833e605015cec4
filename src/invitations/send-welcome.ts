import { isRemoteError, UserError } from '../errors.ts';
import type { ChatUser } from '../ports/chat.ts';
import { welcomeTexts } from '../texts/commands/welcome.ts';
import { localeOf } from '../texts/locale.ts';
import { code } from '../texts/plain.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Dependencies } from './dependencies.ts';
import { firstInTime } from './first-within.ts';

const minuteMs = 60_000;

/**
 * Owes one person the welcome once more, whoever they came by; at most once a minute.
 * @param person a user name, with `@` or without, or an e-mail address.
 * @returns false when it was asked for within this minute already.
 * @throws UserError when there is no such person in the team, or they are not to be welcomed.
 */
export async function sendWelcome(
  deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings' | 'msLeft'>,
  person: string,
  byId: string,
): Promise<boolean> {
  const { store, clock, settings } = deps;
  const teamId = settings.team.id;
  const user = await findPerson(deps, person);
  const invitation = await store.invitations.latest(teamId, user.email.toLowerCase());
  const arrived = invitation?.state === 'arrived' ? invitation : undefined;
  const now = clock.now();
  const delivery = {
    teamId,
    kind: 'welcome',
    target: user.id,
    payload: {
      userId: user.id,
      locale: arrived?.locale ?? localeOf(user.locale, settings.defaultLocale),
      firstName: arrived?.firstName ?? user.firstName,
      isRepeat: true,
    },
    invitationId: arrived?.id,
    dedupeKey: deliveryKeys.welcomeAgain(teamId, user.id, Math.floor(now / minuteMs)),
    runAt: now,
  } as const;
  return store.transaction(async ({ deliveries, audit }) => {
    if (!(await deliveries.enqueue(delivery))) return false;
    const email = user.email.toLowerCase() || undefined;
    await audit.add({ teamId, at: now, actor: byId, verb: 'welcome_sent', email });
    return true;
  });
}

async function findPerson(deps: Pick<Dependencies, 'chat' | 'settings' | 'msLeft'>, person: string) {
  const { chat, settings } = deps;
  const name = person.replace(/^@/, '').toLowerCase();
  const [user, membership] = await firstInTime(deps, lookUp()).catch((error: unknown) => {
    if (!isRemoteError(error)) throw error;
    throw new UserError((locale) => welcomeTexts[locale].notLookedUp);
  });
  if (!user || !membership) throw new UserError((locale) => welcomeTexts[locale].nobody(code(person)));
  if (user.isBot || user.isDeactivated || user.isGuest || membership.isGuest) {
    throw new UserError((locale) => welcomeTexts[locale].notAPerson(code(person)));
  }
  return user;

  async function lookUp() {
    const found: ChatUser | undefined = await (name.includes('@') ? chat.userByEmail(name) : chat.userByName(name));
    return [found, found && (await chat.teamMembership(settings.team.id, found.id))] as const;
  }
}
