import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';

/** Where one is; on a narrow screen also the way to the list of channels. */
export function ConversationHeader({ conversation, unreadElsewhere, onBrowse }) {
  const { kind, title, about, partner } = conversation;
  return html`<header class="conversation-header">
    <button class="quiet browse" aria-label="Channels and direct messages" data-testid="browse" onClick=${onBrowse}>
      <${Icon} name="menu" />
      ${unreadElsewhere && html`<span class="browse-dot"></span>`}
    </button>
    ${
      kind === 'direct'
        ? html`<${Avatar} name=${title} bot=${partner.is_bot} size=${28} />`
        : html`<${Icon} name=${kind === 'private' ? 'lock' : 'hash'} />`
    }
    <h1>${title}</h1>
    ${partner?.is_bot && html`<span class="tag">Bot</span>`}
    <p>${about}</p>
  </header>`;
}
