import { refusal } from '../refusal.ts';

/** How long an integration may take, in milliseconds; Mattermost's 30 s. */
const timeout = 30_000;

/**
 * Posts JSON to an integration. Mattermost, observed: without any token, so anybody who knows the address can do the same.
 * @returns the text of its answer
 * @throws ChatRefusal 400 when the address is none, nobody answers, or the status is not 200
 */
export async function callIntegration(url: string, body: unknown): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    if (response.status === 200) return text;
  } catch {
    // Dead, cut off, or no address at all: the person is told the same.
  }
  throw integrationError();
}

/** What a person is told whatever an integration did wrong. */
export const integrationError = () =>
  refusal(400, {
    id: 'api.post.do_action.action_integration.app_error',
    en: 'Action integration error.',
    fr: "Erreur d'intégration de l'action.",
  });
