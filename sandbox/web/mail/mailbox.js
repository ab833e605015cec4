import { useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { standingOf } from './invitee.js';
import { MailList } from './mail-list.js';
import { MailView } from './mail-view.js';

/** The mail of everybody invited. On a narrow screen either the list or one mail is shown. */
export function Mailbox({ mails, cast, state, play }) {
  const [openId, setOpenId] = useState();
  const open = mails.find((mail) => mail.id === openId);
  const shown = open ?? mails[0];
  return html`<main class=${`mailbox ${open ? 'mailbox-reading' : ''}`}>
    <${MailList} mails=${mails} openId=${shown?.id} onOpen=${setOpenId} />
    ${
      shown
        ? html`<${MailView}
            key=${shown.id}
            mail=${shown}
            organization=${state.organization}
            standing=${standingOf(shown, state, cast)}
            play=${play}
            onBack=${() => setOpenId(undefined)}
          />`
        : html`<${NoMail} />`
    }
  </main>`;
}

function NoMail() {
  return html`<section class="mail-none">
    <b>No mail yet</b>
    <p>As soon as the administrator invites somebody, Infomaniak's mail to them appears here.</p>
  </section>`;
}
