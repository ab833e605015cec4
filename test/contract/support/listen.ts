import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';
import type { ContractTarget, Person } from '../target/target.ts';
import { openMattermostSocket } from './mattermost-socket.ts';
import { openPusherSocket } from './pusher-socket.ts';

/** What the server tells one person at once. */
export interface Listener {
  heard: readonly PlatformEvent[];
  /** Texts that were shown to this person alone. */
  privately(): string[];
  /** Waits for an event, from the first one on. */
  hear(event: string, matches?: (data: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export interface PlatformEvent {
  event: string;
  /** Nested documents are objects, however the platform sends them. */
  data: Record<string, unknown>;
}

/** Listens as a person's own client would. @throws Error where there is no realtime */
export async function listen(target: ContractTarget, person: Person): Promise<Listener> {
  const heard: PlatformEvent[] = [];
  const hear = (event: string, data: Record<string, unknown>) => {
    heard.push({ event, data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, opened(value)])) });
  };
  const socket = await openSocket(target, person, hear);
  return {
    heard,
    privately: () =>
      heard
        .filter(({ event }) => event === 'ephemeral_message')
        .map(({ data }) => (data.post as { message: string }).message),
    hear: (wanted, matches = () => true) =>
      until(`the event ${wanted}`, () => heard.find(({ event, data }) => event === wanted && matches(data))?.data),
    async close() {
      socket.terminate();
      if (socket.readyState !== WebSocket.CLOSED) await once(socket, 'close');
    },
  };
}

function openSocket(target: ContractTarget, person: Person, hear: Hear): Promise<WebSocket> {
  switch (target.capabilities.realtime) {
    case 'mattermost':
      return openMattermostSocket(target, person, hear);
    case 'pusher':
      return openPusherSocket(target, person, hear);
    case undefined:
      throw new Error(`There is no realtime at ${target.name}`);
  }
}

export type Hear = (event: string, data: Record<string, unknown>) => void;

/** Mattermost sends documents inside documents as JSON strings, kChat as objects. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
