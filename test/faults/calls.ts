import type { FaultInput } from '../../sandbox/faults.ts';

type Hit = Pick<FaultInput, 'service' | 'method' | 'path'>;

/** Every call of the serving program, as docs/failures.md names it. */
export const kchatCalls = [
  'GET /users/me',
  'GET /users/{}',
  'GET /users/email/{}',
  'GET /users/username/{}',
  'GET /users',
  'GET /users/me/channels',
  'GET /teams/{}/members/{}',
  'GET /teams/{}/channels/name/{}',
  'POST /teams/{}/invite-guests/email',
  'DELETE /teams/invites/email',
  'POST /channels/direct',
  'GET /channels/{}/members/{}',
  'POST /channels/{}/members',
  'GET /channels/{}/members/pending_guest',
  'GET /channels/{}/posts',
  'POST /posts',
  'GET /posts/{}',
  'PUT /posts/{}/patch',
  'POST /files',
  'GET /files/{}',
  'GET /files/{}/info',
  'POST /actions/dialogs/open',
  'GET /config/client',
] as const;

/** These are no posts that could be looked for. */
export const privateAnswers = { byUrl: 'POST /hooks/commands/{}', byPost: 'POST /posts/ephemeral' } as const;

export const infomaniakCalls = [
  'GET /1/accounts/{}',
  'GET /2/accounts/{}/users',
  'POST /1/accounts/{}/invitations',
  'GET /1/accounts/{}/invitations/{}',
  'DELETE /1/accounts/{}/invitations/{}',
  'POST /1/accounts/{}/invitations/{}/ksuite',
  'GET /1/accounts/{}/invitations/users/{}',
  'GET /1/accounts/{}/teams',
  'GET /1/accounts/{}/teams/{}/users',
  'POST /2/ai/{}/openai/v1/chat/completions',
] as const;

/** Those of `npm run register`, besides. */
export const registrationCalls = [
  'GET /teams/name/{}',
  'GET /bots',
  'POST /bots',
  'POST /users/{}/tokens',
  'GET /users/{}',
  'GET /teams/{}/members/{}',
  'POST /teams/{}/members',
  'GET /teams/{}/channels/name/{}',
  'GET /channels/{}/members/{}',
  'POST /channels/{}/members',
  'GET /commands',
  'POST /commands',
  'PUT /commands/{}',
] as const;

/** Which requests a call is. */
export function hitOf(call: string): Hit {
  const [method = '', path = ''] = call.split(' ');
  const isInfomaniak = (infomaniakCalls as readonly string[]).includes(call);
  const prefix = isInfomaniak ? '' : path.startsWith('/hooks/') ? '' : '/api/v4';
  // Some places hold a word as well as an id, and are a call of their own then.
  const pattern = path.replaceAll('{}', '(?!me$|direct$|pending_guest$)[^/]+');
  return { service: isInfomaniak ? 'infomaniak' : 'kchat', method, path: `^${prefix}${pattern}$` };
}
