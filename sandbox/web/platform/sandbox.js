import { call } from './http.js';

/** The team, its people, the bot's command and the provider's user list: what no single person could ask kChat for. */
export function sandboxState() {
  return call('/sandbox/state');
}

/** What was shown to this person alone, oldest first. */
export function privateReplies(userId) {
  return call(`/sandbox/ephemeral?user_id=${encodeURIComponent(userId)}`);
}

/** A session of this person, as signing in would give one. */
export async function signIn(userId) {
  const { token } = await call('/sandbox/session', { method: 'POST', body: { user_id: userId } });
  return token;
}

/** Somebody whom an administrator invited in Infomaniak's Manager, without the bot, arrives. */
export function walkIn(person) {
  return call('/sandbox/walk-in', { method: 'POST', body: person });
}

/** Every form that was sent to this person's screen, oldest first: trigger_id, url, dialog. */
export function openedDialogs(userId) {
  return call(`/sandbox/dialogs?user_id=${encodeURIComponent(userId)}`);
}
