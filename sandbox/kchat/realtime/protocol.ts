import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Happening } from '../happening.ts';

/** What one server speaks on its sockets: `Event` is what it makes of a happening. */
export interface Protocol<Event> {
  /** Whether there is a socket at this path. */
  isAt(path: string): boolean;
  translate(happening: Happening): Event[];
  /** Takes a new connection and speaks with whoever is on it from then on. */
  answer(socket: WebSocket, request: IncomingMessage): Listener<Event>;
  /** Ends a connection as this server does. */
  hangUp(socket: WebSocket): void;
}

export interface Listener<Event> {
  isListening(): boolean;
  /** Passes the event on, if it is for whoever listens here. */
  hear(event: Event): void;
}
