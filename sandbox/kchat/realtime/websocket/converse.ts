import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { World } from '../../../world.ts';
import { bearerToken } from '../../../http/bearer-token.ts';
import { personOfToken } from '../../dialect.ts';
import type { Person } from '../../documents.ts';
import { mattermostVersion } from '../../flavor/mattermost.ts';
import { channelMember, isTeamMember } from '../../rights.ts';
import type { Listener } from '../protocol.ts';
import { readRequest } from './request.ts';
import { broadcastTo, type Broadcast, type WebsocketEvent } from './websocket-event.ts';

/** Milliseconds in which a connection has to sign in. */
const signInTime = 5000;

/**
 * One connection. Mattermost, observed: it signs in by header or by `authentication_challenge`, is greeted by `hello`, and
 * hears nothing before; a wrong token or words that are no JSON end it at once, without a closing frame.
 */
export function converse(world: World, socket: WebSocket, { headers }: IncomingMessage): Listener<WebsocketEvent> {
  let person: Person | undefined;
  let seq = 0;
  const send = (message: object) => {
    socket.send(JSON.stringify(message));
  };
  const sendEvent = (event: WebsocketEvent) => {
    send({ ...event, seq });
    seq += 1;
  };
  const giveUp = setTimeout(() => {
    socket.terminate();
  }, signInTime);
  const signIn = (token: string | undefined) => {
    person = personOfToken(world, token);
    if (!person) return;
    clearTimeout(giveUp);
    const data = {
      connection_id: world.kchat.flavor.ids.newId(),
      server_version: `${mattermostVersion}.${mattermostVersion}.sandbox.false`,
    };
    sendEvent({ event: 'hello', data, broadcast: broadcastTo({ user_id: person.id }) });
  };

  signIn(bearerToken(headers.authorization));
  socket.on('close', () => {
    clearTimeout(giveUp);
  });
  socket.on('message', (words: Buffer) => {
    const request = readRequest(words.toString());
    if (!request) {
      socket.terminate();
    } else if (request.action === 'authentication_challenge') {
      if (!person) signIn(request.token);
      if (person) send({ status: 'OK', seq_reply: request.seq });
      else socket.terminate();
    } else if (person) {
      send(replyTo(request));
    }
  });

  return {
    isListening: () => person !== undefined,
    hear: (event) => {
      if (person && isFor(world, person.id, event.broadcast)) sendEvent(event);
    },
  };
}

/** Mattermost, observed. */
function replyTo({ seq, action }: { seq: number; action: string }): object {
  const failed = (id: string, status: number) => ({
    status: 'FAIL',
    ...(seq > 0 && { seq_reply: seq }),
    error: { id: `api.web_socket_router.${id}.app_error`, message: id, detailed_error: '', status_code: status },
  });
  if (action === '') return failed('no_action', 400);
  if (seq <= 0) return failed('bad_seq', 400);
  if (action !== 'ping') return failed('bad_action', 500);
  const data = { node_id: '', server_time: Date.now(), text: 'pong', version: mattermostVersion };
  return { status: 'OK', seq_reply: seq, data };
}

function isFor({ kchat }: World, personId: string, broadcast: Broadcast): boolean {
  if (broadcast.user_id !== '') return broadcast.user_id === personId;
  if (broadcast.channel_id !== '') return channelMember(kchat, broadcast.channel_id, personId) !== undefined;
  return broadcast.team_id === '' || isTeamMember(kchat, personId);
}
