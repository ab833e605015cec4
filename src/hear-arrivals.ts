import type { Logger } from 'pino';
import { createHintTaker, type HintHooks } from './arrivals/take-hint.ts';
import type { ServeConfig } from './config.ts';
import type { Dependencies } from './invitations/dependencies.ts';
import { startRealtime } from './kchat/realtime/start-realtime.ts';
import type { ChatUser } from './ports/chat.ts';
import type { Realtime } from './ports/realtime.ts';

export interface HearArrivalsOptions extends Pick<HintHooks, 'onRights' | 'onOwed'> {
  config: Pick<ServeConfig, 'KCHAT_URL' | 'KCHAT_REALTIME'>;
  token: string;
  bot: ChatUser;
  deps: Dependencies;
  log: Logger;
}

/** Listens for arrivals, so that nobody waits for the next poll. With realtime off the polls do it all. */
export function hearArrivals({ config, token, bot, deps, log, ...hooks }: HearArrivalsOptions): Realtime {
  const { KCHAT_URL: url, KCHAT_REALTIME: kind } = config;
  if (kind === 'off') {
    log.info({}, 'realtime is off; arrivals are noticed by polling alone');
    return { state: () => 'off', stop: () => Promise.resolve() };
  }
  const onError = (error: unknown) => {
    log.error({ err: error }, 'a look at an arrival could not be owed; the next poll looks anyway');
  };
  const onHint = createHintTaker(deps, { ...hooks, onError });
  return startRealtime({ url, token, teamId: deps.settings.team.id, bot, kind, log, onHint });
}
