import type { RequestHandler } from 'express';
import type { World } from '../world.ts';

/** Changes closer together than this, in milliseconds, become one event. */
const debounce = 50;

/** Server-sent events: `changed` after any change of state. */
export function eventStream(world: World): RequestHandler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    let timer: NodeJS.Timeout | undefined;
    const stop = world.changes.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        response.write('event: changed\ndata: {}\n\n');
      }, debounce);
    });
    response.on('close', () => {
      clearTimeout(timer);
      stop();
    });
  };
}
