import { ConfigurationError, RemoteRefusal, RemoteSilence } from '../errors.ts';

/** What an operator should do about a dependency that fails, in one sentence without personal data. */
export function adviceFor(error: unknown): string {
  if (error instanceof RemoteSilence) return `${error.service} does not answer; nothing is lost, and I keep trying.`;
  if (error instanceof RemoteRefusal) {
    if (error.service === 'kChat' && error.status === 401) return tokenAdvice;
    if (error.status === 401 || error.status === 403) {
      return `${error.service} refuses the token (${error.status}). Renew INFOMANIAK_API_TOKEN, with the scope accounts, and restart.`;
    }
    return `${error.service} answers ${error.status}; "npm run doctor" says more.`;
  }
  if (error instanceof ConfigurationError) return error.problems.join(' ');
  return 'See the log; "npm run doctor" says more.';
}

/** Said wherever kChat no longer accepts the bot's token. */
export const tokenAdvice =
  'kChat refuses the bot’s token. Enable the bot account again, or make a new token ("npm run register", or KCHAT_BOT_TOKEN) and restart. Whatever is owed waits.';
