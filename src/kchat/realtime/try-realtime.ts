import type { Connect } from './connect.ts';
import type { RealtimeKind } from './find-kind.ts';
import { createConnect } from './start-realtime.ts';
import type { PusherOptions } from './pusher.ts';

const kinds = 2;

/**
 * Opens a connection as the serving program would, and ends it at once.
 * @param end breaks the attempt off.
 * @returns the kind that works, or in words why none does.
 */
export async function tryRealtime(
  kind: RealtimeKind | 'auto',
  server: Omit<PusherOptions, 'http'>,
  end: AbortSignal,
): Promise<{ works: RealtimeKind } | { trouble: string }> {
  let found: RealtimeKind | undefined;
  const connect = createConnect(kind, server, (works) => {
    found = works;
  });
  let trouble = '';
  for (let attempt = 0; attempt < kinds && found === undefined && !end.aborted; attempt += 1) {
    trouble = await openOnce(connect, end);
  }
  return found === undefined ? { trouble } : { works: found };
}

async function openOnce(connect: Connect, end: AbortSignal): Promise<string> {
  const opened = new AbortController();
  const onOpen = () => {
    opened.abort();
  };
  const ending = AbortSignal.any([opened.signal, end]);
  return connect({ onOpen, onEvent: () => undefined }, ending).catch((error: unknown) =>
    error instanceof Error ? error.message : 'it could not be opened',
  );
}
