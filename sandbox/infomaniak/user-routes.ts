import { z } from 'zod';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { requireAccount } from './account-routes.ts';
import { route, type ApiClient } from './dialect.ts';
import { memberItem, pendingItem } from './documents.ts';
import { listAnswer, listingQuery } from './listing.ts';
import type { Invitation, Member } from './state.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const ids = z.array(z.coerce.number().int());

const filterSchema = z.strictObject({
  state_in_account: z.enum(['pending', 'valid']).optional(),
  invitation_status: z.string().optional(),
  has_kchat: flag.optional(),
  has_ksuite: flag.optional(),
  role_type: z.string().optional(),
  team_ids: ids.optional(),
  user_ids: ids.optional(),
});

type Filter = z.output<typeof filterSchema>;

/** Members and pending people together; reference/infomaniak-api.md section 4.1. */
export function userRoutes(world: World): Route<ApiClient>[] {
  return [
    route({
      method: 'get',
      path: '/2/accounts/:account/users',
      query: z.strictObject({
        ...listingQuery(['email', 'first_name', 'last_name', 'role_type', 'state_in_account', 'last_login_at']),
        with: z.string().optional(),
        search: z.string().optional(),
        no_avatar_default: flag.optional(),
        filter: filterSchema.optional(),
      }),
      answer: ({ param, query }) => {
        requireAccount(world, param('account'));
        const { members, invitations } = world.provider;
        const wanted = (person: Member | Invitation) =>
          passes(person, query.filter ?? {}) && contains(person, query.search ?? '');
        return listAnswer(
          [
            ...members.filter(wanted).map(memberItem),
            ...invitations
              .filter((invitation) => invitation.status === 'pending' && wanted(invitation))
              .map(pendingItem),
          ],
          query,
        );
      },
    }),
  ];
}

function passes(person: Member | Invitation, filter: Filter): boolean {
  const pending = 'status' in person;
  const hasKsuite = pending ? person.ksuite !== undefined : person.has_ksuite;
  return (
    (filter.state_in_account ?? (pending ? 'pending' : 'valid')) === (pending ? 'pending' : 'valid') &&
    (filter.invitation_status === undefined || (pending && person.status === filter.invitation_status)) &&
    (filter.has_kchat ?? hasKsuite) === hasKsuite &&
    (filter.has_ksuite ?? hasKsuite) === hasKsuite &&
    (filter.role_type ?? person.role_type) === person.role_type &&
    (filter.team_ids ?? person.team_ids).every((id) => person.team_ids.includes(id)) &&
    (filter.user_ids === undefined || (person.user_id !== undefined && filter.user_ids.includes(person.user_id)))
  );
}

function contains({ first_name, last_name, email }: Member | Invitation, term: string): boolean {
  return `${first_name} ${last_name} ${email}`.toLowerCase().includes(term.toLowerCase());
}
