import { z } from 'zod';
import type { Provisioning } from '../ports/provisioning.ts';
import type { Api } from './api.ts';
import { pagesOf } from './pages.ts';
import type { ApiRequest } from './request.ts';

/** Members and pending people stand in one list; every other field of it is of no use here. */
const personSchema = z.object({
  email: z.string().nullish(),
  user_id: z.number().int().nullish(),
  invitation_id: z.number().int().nullish(),
  state_in_account: z.string().nullish(),
});

type PersonDocument = z.output<typeof personSchema>;

/** The user list of one organization: the only place where Infomaniak shows who is pending. */
export function createUsers(api: Api, account: number): Pick<Provisioning, 'findByEmail' | 'pendingInvitationIds'> {
  const list = (request: Pick<ApiRequest, 'query' | 'priority'>) =>
    pagesOf(api, { method: 'GET', route: '/2/accounts/{account}/users', ids: { account }, ...request }, personSchema);

  return {
    async findByEmail(email) {
      // The search also finds similar addresses and names, so the match may be on any page.
      for await (const people of list({ query: { search: email }, priority: 'interactive' })) {
        const person = people.find((candidate) => isSameAddress(candidate.email, email));
        if (person) {
          return {
            email: person.email ?? email,
            userId: person.user_id ?? undefined,
            invitationId: person.invitation_id ?? undefined,
          };
        }
      }
      return undefined;
    },

    async pendingInvitationIds() {
      const ids = new Set<number>();
      const query = { filter: { state_in_account: 'pending' } };
      for await (const people of list({ query, priority: 'background' })) {
        for (const person of people.filter(isPending)) {
          if (typeof person.invitation_id === 'number') ids.add(person.invitation_id);
        }
      }
      return ids;
    },
  };
}

/**
 * Checked although the list was asked for pending people only: the filter's wire form is inferred, and a server that
 * ignores it lists members too. Leaving one out is harmless (its invitation is then read by itself).
 */
function isPending({ state_in_account: state, user_id: userId }: PersonDocument): boolean {
  return typeof state === 'string' ? state === 'pending' : typeof userId !== 'number';
}

function isSameAddress(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
