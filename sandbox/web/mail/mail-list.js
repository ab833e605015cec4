import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { clockTime, isoTime } from '../view/times.js';

/** All mail, newest first. */
export function MailList({ mails, openId, onOpen }) {
  return html`<nav class="mail-list" aria-label="Mail">
    <header><${Icon} name="mail" /> <b>Inbox</b> <small>${mails.length}</small></header>
    <ul>
      ${mails.map(
        (mail) =>
          html`<li key=${mail.id}>
            <button
              class="mail-item"
              data-testid="mail-item"
              aria-current=${mail.id === openId ? 'true' : undefined}
              onClick=${() => onOpen(mail.id)}
            >
              <span class="mail-item-top">
                <b>Infomaniak</b>
                <time datetime=${isoTime(mail.at)}>${clockTime(mail.at)}</time>
              </span>
              <span class="mail-subject">${mail.subject}</span>
              <small>to ${mail.to}</small>
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}
