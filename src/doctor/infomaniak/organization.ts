import { z } from 'zod';
import type { ServeConfig } from '../../config.ts';
import { RemoteRefusal } from '../../errors.ts';
import type { Api } from '../../infomaniak/api.ts';
import { decode } from '../../infomaniak/decode.ts';
import { operationOf, type ApiRequest } from '../../infomaniak/request.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';

/** `ksuite_id` is null without a kSuite, and missing where the API leaves optional fields out (Infomaniak: section 4.2). */
const accountAnswer = z.object({ id: z.int(), ksuite_id: z.int().nullish() });

/** Whether the token sees the organization, and whether that has the kSuite to which people are invited. */
export async function checkOrganization({ INFOMANIAK_ACCOUNT_ID: id }: ServeConfig, api: Api): Promise<Diagnosis> {
  const request: ApiRequest = {
    method: 'GET',
    route: '/1/accounts/{account}',
    ids: { account: id },
    priority: 'interactive',
  };
  try {
    const account = decode(accountAnswer, (await api(request)).data, operationOf(request));
    if (account.ksuite_id === null) {
      return failure(`Organization ${id} has no kSuite.`, 'Correct INFOMANIAK_ACCOUNT_ID, or order a kSuite for it.');
    }
    const ksuite = account.ksuite_id === undefined ? '; whether it has a kSuite can’t be read' : ' and has a kSuite';
    return ok(`Organization ${id} is visible${ksuite}.`);
  } catch (error) {
    if (!(error instanceof RemoteRefusal) || ![401, 403, 404].includes(error.status)) throw error;
    return failure(
      `The token does not see organization ${id} (${error.status}).`,
      'Correct INFOMANIAK_ACCOUNT_ID, or use a token of somebody who may invite people to that organization.',
    );
  }
}
