import type { ServeConfig } from '../../config.ts';
import { tryRealtime } from '../../kchat/realtime/try-realtime.ts';
import type { ChatTeam } from '../../ports/chat.ts';
import type { Registered } from '../../registered.ts';
import { ok, warning, type Diagnosis } from '../diagnosis.ts';
import type { Bot } from './bot.ts';

/** Whether arrivals are heard at once, by a connection like the one the serving bot keeps. */
export async function checkRealtime(
  { KCHAT_URL: url, KCHAT_REALTIME: kind }: ServeConfig,
  { botToken: token }: Registered,
  { user: bot }: Bot,
  team: ChatTeam,
  end: AbortSignal,
): Promise<Diagnosis> {
  if (kind === 'off') return ok('KCHAT_REALTIME is off: arrivals are noticed at the next poll.');
  // Without a token the check of the bot, which this one stands on, has failed.
  const tried = await tryRealtime(kind, { url, token: token ?? '', teamId: team.id, bot }, end);
  if ('works' in tried) return ok(heard[tried.works]);
  return warning(
    `No realtime connection comes about (${tried.trouble}); arrivals are noticed at the next poll only.`,
    kind === 'auto'
      ? 'Let firewall and proxy pass WebSockets to kChat, or live with POLL_SCHEDULE and set KCHAT_REALTIME=off.'
      : 'Set KCHAT_REALTIME=auto, which asks the server what it speaks; and let firewall and proxy pass WebSockets.',
  );
}

const heard = {
  pusher: 'Arrivals are heard at once, by the Pusher protocol (kChat).',
  mattermost: 'Arrivals are heard at once, by Mattermost’s WebSocket.',
} as const;
