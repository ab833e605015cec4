import pusherJs from 'pusher-js';
import type { Channel } from 'pusher-js';
import type { Http } from '../http.ts';
import { createChannelAuthorizer } from './channel-authorizer.ts';
import { openWithinMs, type Connect } from './connect.ts';
import { findPusherHost, type PusherHost } from './pusher-host.ts';

// Its types promise a default export; in Node the CommonJS module itself is the class.
const Pusher = pusherJs as unknown as typeof pusherJs.default;
type Pusher = InstanceType<typeof Pusher>;

/** A public constant of kChat's clients (kChat: section 3). */
const appKey = 'kchat-key';

export interface PusherOptions {
  http: Http;
  /** Origin of kChat. */
  url: string;
  token: string;
  teamId: string;
  bot: { id: string; infomaniakUserId: number | undefined };
}

/**
 * kChat's realtime. pusher-js speaks the protocol; its own reconnection is not used, because it has no backoff and gives
 * up for ever on some codes: each connection is new.
 */
export function connectPusher(options: PusherOptions): Connect {
  return async (listener, signal) => {
    const where = await findPusherHost(options.http, options.url, options.token);
    const pusher = openPusher(options, where);
    try {
      const subscribed = subscribe(pusher, channelNames(options), (name, data, channel) => {
        listener.onEvent(name, data, channel);
      });
      const ended = endOf(pusher, signal);
      const first = await Promise.race([subscribed, ended]);
      if (first !== 'subscribed') throw new Error(`kChat's realtime could not be opened: ${first}`);
      listener.onOpen();
      return await ended;
    } finally {
      endForGood(pusher);
    }
  };
}

/** When an error is followed by a close, pusher-js plans two new attempts and forgets one, which outlives `disconnect`. */
function endForGood(pusher: Pusher): void {
  pusher.connection.bind('connecting', () => {
    queueMicrotask(() => {
      pusher.disconnect();
    });
  });
  pusher.disconnect();
}

function openPusher({ http, url, token }: PusherOptions, { host, port, tls }: PusherHost): Pusher {
  return new Pusher(appKey, {
    cluster: 'mt1', // required, and ignored beside an explicit host
    wsHost: host,
    wsPort: port,
    wssPort: port,
    forceTLS: tls,
    enabledTransports: ['ws', 'wss'],
    enableStats: false,
    activityTimeout: 10_000,
    pongTimeout: 5_000,
    channelAuthorization: {
      endpoint: '/broadcasting/auth',
      transport: 'ajax',
      customHandler: createChannelAuthorizer(http, url, token),
    },
  });
}

/** The three that kChat's clients listen on; which event comes on which is not published. */
function channelNames({ teamId, bot }: PusherOptions): string[] {
  const own = bot.infomaniakUserId === undefined ? [] : [`presence-user.${bot.infomaniakUserId}`];
  return [`private-team.${teamId}`, `presence-teamUser.${bot.id}`, ...own];
}

/** Settles when kChat has answered for every channel and granted at least one. */
async function subscribe(
  pusher: Pusher,
  names: readonly string[],
  onEvent: (name: string, data: unknown, channel: string) => void,
): Promise<string> {
  const granted = await Promise.all(
    names.map((name) => {
      const channel = pusher.subscribe(name);
      channel.bind_global((event: string, data: unknown) => {
        onEvent(event, data, name);
      });
      return isGranted(channel);
    }),
  );
  return granted.includes(true) ? 'subscribed' : 'kChat grants none of its channels';
}

function isGranted(channel: Channel): Promise<boolean> {
  return new Promise((resolve) => {
    channel.bind('pusher:subscription_succeeded', () => {
      resolve(true);
    });
    channel.bind('pusher:subscription_error', () => {
      resolve(false);
    });
  });
}

/** Settles, in words, as soon as the connection is not what it should be. */
function endOf(pusher: Pusher, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const opening = setTimeout(() => {
      resolve('not within the time allowed');
    }, openWithinMs);
    const end = (reason: string) => {
      clearTimeout(opening);
      resolve(reason);
    };
    pusher.connection.bind('connected', () => {
      clearTimeout(opening);
    });
    pusher.connection.bind('error', () => {
      end('an error of the connection');
    });
    pusher.connection.bind('state_change', ({ previous, current }: { previous: string; current: string }) => {
      if (previous === 'connected' || current === 'unavailable' || current === 'failed') end(current);
    });
    signal.addEventListener('abort', () => {
      end('stopped');
    });
    if (signal.aborted) end('stopped');
  });
}
