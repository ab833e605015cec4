import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { until } from '../../support/until.ts';

export type Message = Record<string, unknown>;

/** A socket to the sandbox that remembers what it hears. */
export interface Ear {
  messages: Message[];
  say(message: unknown): void;
  /** All messages so far with this event. */
  heard(event: string): Message[];
  /** The first message that has all these fields, once it is there. */
  message(fields: Message): Promise<Message>;
  /** Settles with the code of the closing. */
  closed: Promise<number>;
  close(): void;
}

/** @param address as for the browser, `ws://...` */
export async function listenAt(address: string, options: ClientOptions = {}): Promise<Ear> {
  const socket = new WebSocket(address, options);
  onTestFinished(() => {
    socket.terminate();
  });
  const messages: Message[] = [];
  socket.on('message', (text: Buffer) => messages.push(JSON.parse(text.toString()) as Message));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');
  socket.on('error', () => undefined);
  return {
    messages,
    say: (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
    heard: (event) => messages.filter((message) => message.event === event),
    message: (fields) =>
      until(
        `a message with ${JSON.stringify(fields)} among ${JSON.stringify(messages)}`,
        () => messages.find((message) => Object.entries(fields).every(([name, value]) => message[name] === value)),
        5_000,
      ),
    closed,
    close: () => {
      socket.close();
    },
  };
}
