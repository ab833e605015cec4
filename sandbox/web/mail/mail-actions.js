import { useState } from 'preact/hooks';
import { declineInvitation } from '../platform/mailbox.js';
import { html } from '../view/html.js';

/** What is left to say about an invitation that can no longer be accepted. */
const endings = {
  expired: 'This invitation has expired.',
  closed: 'This invitation is no longer open: it was declined or withdrawn.',
};

/** What can be done with an invitation: accept, decline, or, once accepted, open kChat. */
export function MailActions({ mail, standing, play, onAccept }) {
  const [problem, setProblem] = useState();
  const { state, newcomer } = standing;
  if (newcomer) {
    return html`<div class="mail-actions">
      <p class="good">This invitation has been accepted.</p>
      <button class="primary" data-testid="open-kchat" onClick=${() => play(newcomer.role)}>
        Open kChat as ${newcomer.person.first_name}
      </button>
    </div>`;
  }
  if (endings[state]) return html`<p class="mail-actions ended" role="status">${endings[state]}</p>`;
  const decline = () => declineInvitation(mail).catch((error) => setProblem(error.message));
  return html`<div class="mail-actions">
    <button class="primary" data-testid="accept" onClick=${onAccept}>Accept the invitation</button>
    ${!standing.isGuest && html`<button class="secondary" data-testid="decline" onClick=${decline}>Decline</button>`}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
  </div>`;
}
