import { dayMs } from '../ports/clock.ts';
import type { Delivery } from '../ports/delivery-store.ts';
import type { StoreQueries } from '../ports/store.ts';
import type { WelcomePart } from '../ports/welcome-store.ts';
import { localeOf } from '../texts/locale.ts';
import { pickText } from './compose-welcome.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { Settings } from './dependencies.ts';

/**
 * What follows a welcome: a message for each channel that has one, and the second message some days later.
 * @param channels `~name` each, those the newcomer is in.
 */
export async function oweFollowUps(
  queries: StoreQueries,
  { defaultLocale }: Pick<Settings, 'defaultLocale'>,
  { teamId, target, payload, invitationId }: Delivery<'welcome'>,
  channels: readonly string[],
  welcomedAt: number,
): Promise<void> {
  const texts = await queries.welcomes.all(teamId);
  const parts: WelcomePart[] = [...channels.map((name) => `channel:${name.slice(1)}` as const), 'second'];
  for (const part of parts) {
    const text = pickText(texts, part, localeOf(payload.locale, defaultLocale), defaultLocale);
    if (!text) continue;
    await queries.deliveries.enqueue({
      teamId,
      kind: 'welcome',
      target,
      payload: { ...payload, part },
      invitationId,
      dedupeKey: deliveryKeys.welcomePart(teamId, payload.userId, part),
      runAt: welcomedAt + (text.afterDays ?? 0) * dayMs,
    });
  }
}
