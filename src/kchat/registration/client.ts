import { KchatClient } from '../client.ts';
import type { ClientOptions } from '../client.ts';

/** kChat with an administrator's token, and a way to see whether another token works. */
export interface RegistrationClient {
  client: KchatClient;
  withToken: (token: string) => KchatClient;
}

/** @param options where kChat is, and as `token` the administrator's (KCHAT_ADMIN_TOKEN). */
export function createRegistrationClient(options: ClientOptions): RegistrationClient {
  return {
    client: new KchatClient(options),
    withToken: (token) => new KchatClient({ ...options, token }),
  };
}
