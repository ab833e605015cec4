import { failure, ok, type Diagnosis } from '../diagnosis.ts';
import type { Provider } from './service.ts';

/** Whether Infomaniak accepts the token. Which of 401 and 403 means a missing scope is not published. */
export function checkInfomaniakToken({ refusal, api }: Provider): Diagnosis<Provider['api']> {
  if (!refusal) return ok('Infomaniak accepts the token.', api);
  return failure(
    `Infomaniak does not accept INFOMANIAK_API_TOKEN (${refusal.status}).`,
    'Create an API token with the scope accounts in the Infomaniak Manager; tokens that rest for a year are switched off.',
  );
}
