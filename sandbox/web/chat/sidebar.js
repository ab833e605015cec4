import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { fullName, initials } from '../view/names.js';
import { WriteTo } from './write-to.js';

/** The team, its channels, and direct messages, with what is unread. */
export function Sidebar({ team, me, bots, conversations, openId, platform, onChoose }) {
  const channels = conversations.filter((one) => one.kind !== 'direct');
  const directs = conversations.filter(
    (one) => one.kind === 'direct' && (one.messages.length > 0 || one.id === openId),
  );
  const entry = (conversation) =>
    html`<${Entry}
      key=${conversation.id}
      conversation=${conversation}
      current=${conversation.id === openId}
      onChoose=${onChoose}
    />`;
  return html`<nav class="sidebar" aria-label="Channels and direct messages">
    <header class="team">
      <span class="team-mark" aria-hidden="true">${initials(team.display_name)}</span>
      <span class="team-words"><b>${team.display_name}</b><small>kChat</small></span>
    </header>
    <div class="sidebar-lists">
      <h2>Channels</h2>
      <ul>
        ${channels.map(entry)}
      </ul>
      <h2>Direct messages</h2>
      ${directs.length === 0 && html`<p class="sidebar-empty">Nobody has written to you yet.</p>`}
      <ul>
        ${directs.map(entry)}
        ${me && html`<${WriteTo} bots=${bots} directs=${directs} me=${me} platform=${platform} onChoose=${onChoose} />`}
      </ul>
    </div>
    ${
      me &&
      html`<footer class="me">
        <${Avatar} name=${fullName(me)} size=${30} />
        <span><b>${fullName(me)}</b><small>@${me.username}</small></span>
      </footer>`
    }
  </nav>`;
}

function Entry({ conversation, current, onChoose }) {
  const { kind, name, title, unread, partner } = conversation;
  return html`<li>
    <button
      class=${`entry ${unread > 0 ? 'entry-unread' : ''}`}
      data-testid=${kind === 'direct' ? `dm-${name}` : `channel-${name}`}
      aria-current=${current ? 'page' : undefined}
      onClick=${() => onChoose(conversation.id)}
    >
      ${
        kind === 'direct'
          ? html`<${Avatar} name=${title} bot=${partner.is_bot} size=${22} />`
          : html`<${Icon} name=${kind === 'private' ? 'lock' : 'hash'} size=${16} />`
      }
      <span class="entry-title">${title}</span>
      ${
        unread > 0 &&
        html`<span class=${`badge ${kind === 'direct' ? 'badge-direct' : ''}`} data-testid="unread">
          ${unread}<span class="hidden"> unread</span>
        </span>`
      }
    </button>
  </li>`;
}
