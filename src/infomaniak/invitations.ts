import { z } from 'zod';
import type { NewProviderInvitation, Provisioning } from '../ports/provisioning.ts';
import { unlessAbsent } from './absence.ts';
import type { Api } from './api.ts';
import { decode, decodeList } from './decode.ts';
import { invitationSchema, toInvitation } from './invitation-document.ts';
import { operationOf, type ApiRequest, type Priority } from './request.ts';
import { unreadableAnswer } from './silence.ts';
import type { OnWarning } from './warning.ts';

const allInvitations = '/1/accounts/{account}/invitations';
const oneInvitation = '/1/accounts/{account}/invitations/{invitation}';

type Invitations = Pick<
  Provisioning,
  'createInvitation' | 'grantKsuite' | 'readInvitation' | 'acceptLink' | 'cancelInvitation' | 'invitationIdsOfUser'
>;

/** The invitation routes of one organization. Infomaniak: there is none to list, to send again or to accept. */
export function createInvitations(api: Api, account: number, onWarning: OnWarning): Invitations {
  async function read(invitation: number, priority: Priority) {
    const request: ApiRequest = { method: 'GET', route: oneInvitation, ids: { account, invitation }, priority };
    const envelope = await unlessAbsent(api(request), undefined);
    return envelope && toInvitation(decode(invitationSchema, envelope.data, operationOf(request)), onWarning);
  }

  return {
    readInvitation: (invitation) => read(invitation, 'background'),

    async acceptLink(invitation) {
      const request: ApiRequest = {
        method: 'GET',
        route: oneInvitation,
        ids: { account, invitation },
        priority: 'interactive',
      };
      const envelope = await unlessAbsent(api(request), undefined);
      const found = envelope && decode(linkSchema, envelope.data, operationOf(request));
      return found?.status === 'pending' ? found.url_accept : undefined;
    },

    async createInvitation(invitation, beforeSending) {
      const request: ApiRequest = {
        method: 'POST',
        route: allInvitations,
        ids: { account },
        body: creationBody(invitation),
        priority: 'interactive',
        beforeSending,
      };
      const { data } = await api(request);
      return toInvitation(decode(invitationSchema, data, operationOf(request)), onWarning);
    },

    async grantKsuite(invitation) {
      const request: ApiRequest = {
        method: 'POST',
        route: `${oneInvitation}/ksuite`,
        ids: { account, invitation },
        body: { ksuite_access: { kchat_role: 'user', kdrive_role: 'user' } },
        priority: 'interactive',
      };
      const { data } = await api(request);
      if (invitationSchema.safeParse(data).data?.has_ksuite) return;
      // A seat that was promised but not given would leave the invitee without kChat, unnoticed: look. When looking is
      // refused, that must not pass for a refusal of the seat.
      const seen = await read(invitation, 'interactive').catch(() => undefined);
      if (!seen?.hasKsuite) throw unreadableAnswer(operationOf(request));
    },

    async cancelInvitation(invitation) {
      const request: ApiRequest = {
        method: 'DELETE',
        route: oneInvitation,
        ids: { account, invitation },
        priority: 'interactive',
      };
      const envelope = await unlessAbsent(api(request), undefined);
      // Infomaniak: `data` is a boolean here. A success that says false is neither a yes nor a no.
      if (envelope?.data === false) throw unreadableAnswer(operationOf(request));
    },

    async invitationIdsOfUser(user) {
      const request: ApiRequest = {
        method: 'GET',
        route: `${allInvitations}/users/{user}`,
        ids: { account, user },
        priority: 'background',
      };
      const envelope = await unlessAbsent(api(request), undefined);
      if (envelope === undefined) return [];
      return decodeList(z.object({ id: z.number().int() }), envelope.data, operationOf(request)).map(({ id }) => id);
    },
  };
}

/** Read for the one moment in which somebody asks for it; `invitationSchema` leaves it out everywhere else. */
const linkSchema = z.object({ status: z.string(), url_accept: z.url({ protocol: /^https?$/ }) });

function creationBody(invitation: NewProviderInvitation) {
  return {
    email: invitation.email,
    first_name: invitation.firstName,
    last_name: invitation.lastName,
    locale: invitation.locale,
    role_type: invitation.role,
    // Infomaniak: a silent invitation is never mailed, and nothing documented sends it later.
    silent: false,
    strict: invitation.strict,
    ...(invitation.workTeamIds.length > 0 && { teams: invitation.workTeamIds }),
  };
}
