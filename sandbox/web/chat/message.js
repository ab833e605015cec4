import { useMemo } from 'preact/hooks';
import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { renderMarkdown } from '../view/markdown.js';
import { fullName } from '../view/names.js';
import { clockTime, isoTime } from '../view/times.js';

/** One message. `follows`: the one before it is by the same author, so the heading is left out. */
export function Message({ message, follows, notice, names }) {
  const body = useMemo(() => ({ __html: renderMarkdown(message.text, names) }), [message.text, names.size]);
  const name = fullName(message.author);
  const time = html`<time datetime=${isoTime(message.at)}>${clockTime(message.at)}</time>`;
  if (message.system) {
    return html`<article class="message system" data-testid="system-message">
      <span class="message-side"><${Icon} name="people" size=${16} /></span>
      <div class="message-body" dangerouslySetInnerHTML=${body}></div>
      ${time}
    </article>`;
  }
  const style = `message ${follows ? 'message-follows' : ''} ${message.onlyForYou ? 'only-for-you' : ''}`;
  return html`<article class=${style} data-testid=${message.onlyForYou ? 'ephemeral' : notice ? 'notice' : 'message'}>
    <span class="message-side">
      ${follows ? time : html`<${Avatar} name=${name} bot=${message.author.is_bot} />`}
    </span>
    <div class="message-main">
      ${message.onlyForYou && html`<p class="only-note"><${Icon} name="eye" size=${14} /> Only visible to you</p>`}
      ${
        !follows &&
        html`<header>
          <b>${name}</b>
          ${message.author.is_bot && html`<span class="tag">Bot</span>`} ${time}
        </header>`
      }
      <div class="message-body" dangerouslySetInnerHTML=${body}></div>
      ${message.edited && html`<small class="edited">(edited)</small>`}
    </div>
  </article>`;
}
