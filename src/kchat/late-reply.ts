import type { Chat } from '../ports/chat.ts';
import { RemoteRefusal } from '../errors.ts';
import type { Http } from './http.ts';

const operation = 'POST /hooks/commands/{}';

/**
 * Whether a slash command's `response_url` leads to this kChat's own `/hooks/commands/<id>` and nowhere else. The URL
 * comes with a request, so it is untrusted: without this check the bot could be made to post anywhere in its network.
 * @param kchatUrl the configured origin; the server's own notion of its address must be the same.
 */
export function isOwnResponseUrl(kchatUrl: string, responseUrl: string): boolean {
  if (!URL.canParse(kchatUrl) || !URL.canParse(responseUrl)) return false;
  const url = new URL(responseUrl);
  if (url.origin !== new URL(kchatUrl).origin) return false;
  // Compared as written: parsing would have dropped or repaired user info, backslashes, dots and white space.
  const rest = responseUrl.startsWith(url.origin) ? responseUrl.slice(url.origin.length) : '';
  return /^\/hooks\/commands\/[A-Za-z0-9-]+$/.test(rest);
}

/**
 * Answers a slash command after its reply, for the caller's eyes only. No token is sent: the URL is the secret.
 * @throws RemoteRefusal 400 `foreign_response_url`, without a request, for any URL that is not kChat's own.
 */
export function createLateReply(kchatUrl: string, http: Http): Chat['replyLate'] {
  return async (responseUrl, message) => {
    if (!isOwnResponseUrl(kchatUrl, responseUrl)) {
      throw new RemoteRefusal({
        service: 'kChat',
        operation,
        status: 400,
        code: 'foreign_response_url',
        description: 'The address for late answers does not belong to the configured kChat.',
      });
    }
    // Otherwise `<!channel>` in the text becomes a mention (Mattermost, observed).
    const reply = { response_type: 'ephemeral', text: message, skip_slack_parsing: true };
    await http({ method: 'post', url: responseUrl, operation, body: JSON.stringify(reply) });
  };
}
