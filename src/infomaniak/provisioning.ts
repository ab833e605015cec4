import type { Provisioning } from '../ports/provisioning.ts';
import { createAccount } from './account.ts';
import { createApi } from './api.ts';
import type { Budget } from './budget.ts';
import { createHttp, type RequestObservation } from './http.ts';
import { createInvitations } from './invitations.ts';
import { createUsers } from './users.ts';
import type { OnWarning } from './warning.ts';
import { createWorkTeams } from './work-teams.ts';

export interface ProvisioningOptions {
  /** `https://api.infomaniak.com`, or an emulator's base URL. */
  apiUrl: string;
  /** A Manager token with the scope `accounts`. */
  token: string;
  /** The organization. */
  accountId: number;
  /** Shared with whatever else is sent to Infomaniak. */
  budget: Budget;
  /** From sending a request to the end of its answer, waiting for the budget not included. Default 10 s. */
  timeoutMs?: number | undefined;
  fetch?: typeof fetch | undefined;
  /** The budget's own. Aborting it breaks off what is under way and refuses all that waits and comes later. */
  signal?: AbortSignal | undefined;
  onWarning?: OnWarning | undefined;
  onRequest?: ((observation: RequestObservation) => void) | undefined;
}

/**
 * The Provisioning port over Infomaniak's account API. Calls are sent once each: a 429 is thrown like every other
 * refusal, with its `retryAfterMs`, and holds back whatever is sent after it.
 */
export function createProvisioning(options: ProvisioningOptions): Provisioning {
  const { timeoutMs = 10_000, fetch = globalThis.fetch, onWarning = ignore, accountId } = options;
  const api = createApi({ http: createHttp({ ...options, timeoutMs, fetch }), budget: options.budget, onWarning });
  return {
    ...createAccount(api, accountId),
    ...createInvitations(api, accountId, onWarning),
    ...createUsers(api, accountId),
    ...createWorkTeams(api, accountId),
  };
}

function ignore() {
  // Nobody asked to be told.
}
