import { z } from 'zod';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import { notFound, refusal, route, success, type ApiClient } from './dialect.ts';
import { listAnswer } from './listing.ts';
import { languages } from './languages.ts';
import { seconds } from './documents.ts';

/** @throws Refusal 403: the token sees one organization only */
export function requireAccount(world: World, account: string): void {
  if (Number(account) !== world.provider.accountId) throw refusal(403, 'access_denied', 'Access denied.');
}

const withQuery = z.strictObject({ with: z.string().optional() });
const listQuery = z.strictObject({
  return: z.literal('total').optional(),
  page: z.coerce.number().int().min(1).optional(),
  per_page: z.coerce.number().int().min(1).optional(),
});

/** The organization, the caller, languages and jobs; reference/infomaniak-api.md sections 2.3 and 4.2. */
export function accountRoutes(world: World): Route<ApiClient>[] {
  const { provider } = world;
  const account = () => ({
    id: provider.accountId,
    name: provider.accountName,
    legal_entity_type: 'company',
    created_at: seconds(world.now()),
    locale: 'fr_FR',
    language_id: 1,
    beta: false,
    support_level: 1,
    has_2fa_required: false,
    is_customer: true,
    is_sso: false,
    type: 'owner',
    nb_users: provider.members.length,
    nb_invitations: provider.invitations.filter((invitation) => invitation.status === 'pending').length,
    ksuite_id: 55_001,
  });

  return [
    route({ method: 'get', path: '/1/accounts', query: withQuery, answer: () => success([account()]) }),
    route({
      method: 'get',
      path: '/1/accounts/:account',
      query: withQuery,
      answer: ({ param }) => {
        requireAccount(world, param('account'));
        return success(account());
      },
    }),
    route({
      method: 'get',
      path: '/2/profile',
      query: withQuery,
      answer: () => {
        const owner = provider.members[0];
        if (!owner) throw notFound();
        const { user_id: id, first_name, last_name, email } = owner;
        const display_name = `${first_name} ${last_name}`;
        return success({ id, display_name, first_name, last_name, email, login: email, is_sso: false, avatar: null });
      },
    }),
    route({
      method: 'get',
      path: '/1/languages',
      query: listQuery,
      answer: ({ query }) => listAnswer(languages, query),
    }),
    route({
      method: 'get',
      path: '/1/languages/:language',
      answer: ({ param }) => {
        const language = languages.find(({ id }) => id === Number(param('language')));
        if (!language) throw notFound();
        return success(language);
      },
    }),
    // Infomaniak: no route that a bot needs documents an asynchronous answer, so there is never a job to read.
    route({ method: 'get', path: '/1/async/tasks', query: listQuery, answer: ({ query }) => listAnswer([], query) }),
    route({
      method: 'get',
      path: '/1/async/tasks/:task',
      answer: () => {
        throw notFound();
      },
    }),
  ];
}
