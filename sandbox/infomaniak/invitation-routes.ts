import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Route } from '../http/route.ts';
import { sendInvitationMail } from '../mailbox/invitation-mail.ts';
import type { World } from '../world.ts';
import { requireAccount } from './account-routes.ts';
import { invalidField, notFound, refusal, route, success, type ApiClient } from './dialect.ts';
import { acceptUrl, invitationDocument } from './documents.ts';
import { languages } from './languages.ts';
import type { Invitation } from './state.ts';

const roleType = z.enum(['admin', 'normal', 'owner']);
const name = z.string().min(1).max(128);
const withQuery = z.strictObject({ with: z.string().optional() });

const newInvitation = z.strictObject({
  email: z.email().min(5).max(255),
  first_name: name,
  last_name: name,
  locale: z.enum(['de_DE', 'en_GB', 'es_ES', 'fr_FR', 'it_IT']),
  role_type: roleType,
  notifications: z.strictObject({ billing: z.boolean().optional(), products: z.boolean().optional() }).optional(),
  permissions: z.strictObject({ billing: z.boolean().optional() }).optional(),
  silent: z.boolean().default(false),
  strict: z.boolean().default(true),
  teams: z.array(z.int().min(1)).default([]),
});

const changes = z.strictObject({
  has_billing: z.boolean().optional(),
  has_billing_mailing: z.boolean().optional(),
  has_mailing: z.boolean().optional(),
  language_id: z.int().optional(),
  role_type: roleType.optional(),
  team_ids: z.array(z.int()).optional(),
});

/** Creating, reading, changing and cancelling; there is no list, no resending and no accepting. Section 3. */
export function invitationRoutes(world: World): Route<ApiClient>[] {
  const { provider } = world;
  const base = '/1/accounts/:account/invitations';

  return [
    route({
      method: 'post',
      path: base,
      query: withQuery,
      body: newInvitation,
      answer: ({ param, body }) => {
        requireAccount(world, param('account'));
        requireTeams(body.teams, 'teams');
        if (provider.members.some((member) => member.email === body.email.toLowerCase())) {
          throw refusal(409, 'object_already_exists', 'This person is already a member of the organization.');
        }
        // What a second invitation of a pending address answers is unknown: the worst is a second row and a second mail.
        const invitation = create(body);
        provider.invitations.push(invitation);
        if (!body.silent) sendInvitationMail(world, invitation, acceptUrl(world, invitation));
        return success(invitationDocument(world, invitation), 201);
      },
    }),
    route({
      method: 'get',
      path: `${base}/users/:user`,
      query: z.strictObject({ type: roleType.optional() }),
      answer: ({ param, query }) => {
        requireAccount(world, param('account'));
        const own = provider.invitations.filter(
          ({ user_id, role_type }) => user_id === Number(param('user')) && (query.type ?? role_type) === role_type,
        );
        return success(own.map((invitation) => invitationDocument(world, invitation)));
      },
    }),
    route({
      method: 'get',
      path: `${base}/:invitation`,
      query: withQuery,
      answer: ({ param }) => success(invitationDocument(world, requireInvitation(world, param))),
    }),
    route({
      method: 'patch',
      path: `${base}/:invitation`,
      body: changes,
      answer: ({ param, body }) => {
        const invitation = requirePending(world, param);
        const { language_id: languageNumber, ...fields } = body;
        requireTeams(body.team_ids ?? [], 'team_ids');
        const language = languages.find(({ id }) => id === languageNumber);
        if (languageNumber !== undefined && !language) throw invalidField('language_id', 'exists');
        Object.assign(invitation, fields, { updated_at: world.now() }, language && { locale: language.locale });
        return success(invitationDocument(world, invitation));
      },
    }),
    route({
      method: 'delete',
      path: `${base}/:invitation`,
      answer: ({ param }) => {
        cancel(world, requirePending(world, param));
        return success(true);
      },
    }),
  ];

  function create(body: z.output<typeof newInvitation>): Invitation {
    const at = world.now();
    const { email, first_name, last_name, locale, role_type, strict, teams, notifications, permissions } = body;
    return {
      id: provider.nextId++,
      email: email.toLowerCase(),
      first_name,
      last_name,
      locale,
      role_type,
      strict,
      status: 'pending',
      has_billing: permissions?.billing ?? false,
      has_billing_mailing: notifications?.billing ?? false,
      has_mailing: notifications?.products ?? false,
      ksuite: undefined,
      team_ids: teams,
      created_at: at,
      updated_at: at,
      sent_at: body.silent ? undefined : at,
      expired_at: at + provider.invitationTtlMs,
      secret: randomBytes(24).toString('base64url'),
      user_id: undefined,
    };
  }

  /** @throws Refusal 422 */
  function requireTeams(ids: readonly number[], attribute: string): void {
    if (ids.some((id) => !provider.teams.some((team) => team.id === id))) throw invalidField(attribute, 'exists');
  }
}

type Param = (name: string) => string;

/** @throws Refusal 403, 404 */
export function requireInvitation(world: World, param: Param): Invitation {
  requireAccount(world, param('account'));
  const invitation = world.provider.invitations.find(({ id }) => id === Number(param('invitation')));
  if (!invitation) throw notFound();
  return invitation;
}

/** Settled invitations can be read but no longer changed. @throws Refusal 403, 404 */
export function requirePending(world: World, param: Param): Invitation {
  const invitation = requireInvitation(world, param);
  if (invitation.status !== 'pending') throw notFound();
  return invitation;
}

export function cancel(world: World, invitation: Invitation): void {
  invitation.status = 'cancelled';
  invitation.updated_at = world.now();
}
