import { useState } from 'preact/hooks';
import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { clockTime, isoTime } from '../view/times.js';
import { MailActions } from './mail-actions.js';
import { Registration } from './registration.js';

/** One mail and what its link leads to. */
export function MailView({ mail, organization, standing, play, onBack }) {
  const [registering, setRegistering] = useState(false);
  if (registering) {
    return html`<${Registration}
      mail=${mail}
      organization=${organization}
      invitee=${standing.invitee}
      isGuest=${standing.isGuest}
      play=${play}
      onBack=${() => setRegistering(false)}
    />`;
  }
  // The buttons stand where the link was, which is long and secret.
  const [before, after = ''] = mail.text.split(mail.acceptUrl);
  return html`<article class="mail" aria-label=${mail.subject}>
    <button class="quiet mail-back" onClick=${onBack}><${Icon} name="back" /> Inbox</button>
    <h1>${mail.subject}</h1>
    <header class="mail-head">
      <${Avatar} name="Infomaniak" size=${38} />
      <div>
        <b>Infomaniak</b>
        <small>to ${mail.to}</small>
      </div>
      <time datetime=${isoTime(mail.at)}>${clockTime(mail.at)}</time>
    </header>
    <div data-testid="mail-text">
      <p class="mail-text">${before.trim()}</p>
      <${MailActions} mail=${mail} standing=${standing} play=${play} onAccept=${() => setRegistering(true)} />
      <p class="mail-text">${after.trim()}</p>
    </div>
  </article>`;
}
