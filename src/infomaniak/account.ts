import { z } from 'zod';
import type { Provisioning } from '../ports/provisioning.ts';
import type { Api } from './api.ts';
import { decode } from './decode.ts';
import { operationOf, type ApiRequest } from './request.ts';

/** The organization itself: readable only with a token whose owner belongs to it and whose scope covers it. */
export function createAccount(api: Api, account: number): Pick<Provisioning, 'checkAccess'> {
  return {
    async checkAccess() {
      const request: ApiRequest = {
        method: 'GET',
        route: '/1/accounts/{account}',
        ids: { account },
        priority: 'background',
      };
      const { data } = await api(request);
      decode(z.object({ id: z.literal(account) }), data, operationOf(request));
    },
  };
}
