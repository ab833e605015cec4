import { randomBytes } from 'node:crypto';
import { chatApi, done, type Ask } from '../../support/chat-api.ts';
import type { Identity, Newcomer } from '../target.ts';
import type { Leavings } from './leavings.ts';

interface Account {
  id: string;
  username: string;
  password: string;
}

/** Lets people into a team the way an administrator does by hand. */
export interface Doors {
  /** @throws Error when the server takes nobody (any more) */
  letIn(identity: Identity): Promise<Newcomer>;
  /** Somebody who never says anything. Returns their id. */
  letInSilently(identity: Identity): Promise<string>;
}

export function doorsOf(url: string, admin: Ask, teamId: string, leavings: Leavings): Doors {
  const create = async ({ email, firstName, lastName }: Identity): Promise<Account> => {
    const username = usernameFor(firstName, lastName);
    const password = `Aa1-${randomBytes(12).toString('hex')}`;
    const names = { first_name: firstName, last_name: lastName };
    const { body } = await done(admin('POST', '/users', { email, username, password, locale: 'en', ...names }));
    const path = `/users/${body.id}`;
    leavings.add(
      `the account ${username}`,
      () => done(admin('DELETE', `${path}?permanent=true`)),
      () => done(admin('DELETE', path)),
    );
    return { id: body.id, username, password };
  };
  const join = (id: string) => done(admin('POST', `/teams/${teamId}/members`, { team_id: teamId, user_id: id }));

  return {
    async letIn(identity) {
      const { id, username, password } = await create(identity);
      const { headers } = await done(chatApi(url)('POST', '/users/login', { login_id: username, password }));
      const arrivedAt = Date.now();
      await join(id);
      return { id, username, token: headers.get('token') ?? '', arrivedAt };
    },
    async letInSilently(identity) {
      const { id } = await create(identity);
      await join(id);
      return id;
    },
  };
}

/** Unique on the whole server, and within the 22 characters that both platforms allow. */
function usernameFor(firstName: string, lastName: string): string {
  const letters = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '');
  return `z${letters.slice(0, 12)}-${randomBytes(4).toString('hex')}`;
}
