import type { Answer } from '../../../http/answer.ts';
import type { Route } from '../../../http/route.ts';
import type { Person } from '../../documents.ts';
import { openRoute } from '../../kchat-route.ts';

/** Mattermost, observed: the address of the WebSocket when it is asked for as a page. */
export function websocketPageRoute(newId: () => string): Route<Person> {
  return openRoute({
    method: 'get',
    path: '/websocket',
    answer: (): Answer => {
      const error = {
        id: 'api.web_socket.connect.upgrade.app_error',
        message: 'Failed to upgrade websocket connection.',
        detailed_error: '',
        request_id: newId(),
        status_code: 500,
      };
      return { status: 400, text: `Bad Request\n${JSON.stringify(error)}` };
    },
  });
}
