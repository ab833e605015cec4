import { Attachment } from '../card/attachment.js';
import { Files } from '../file/files.js';
import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { fullName } from '../view/names.js';
import { RichText } from '../view/rich-text.js';
import { clockTime, isoTime } from '../view/times.js';

/** One message. `follows`: the one before it is by the same author, so the heading is left out. */
export function Message({ message, follows, notice, names, platform }) {
  const { text, attachments, files } = message;
  const name = fullName(message.author);
  const time = html`<time datetime=${isoTime(message.at)}>${clockTime(message.at)}</time>`;
  if (message.system) {
    return html`<article class="message system" data-testid="system-message">
      <span class="message-side"><${Icon} name="people" size=${16} /></span>
      <${RichText} text=${text} names=${names} />
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
      ${text && html`<${RichText} text=${text} names=${names} />`}
      ${message.edited && html`<small class="edited">(edited)</small>`}
      ${attachments.map(
        (attachment, index) =>
          html`<${Attachment}
            key=${index}
            attachment=${attachment}
            post=${message}
            names=${names}
            platform=${platform}
          />`,
      )}
      ${files.length > 0 && html`<${Files} files=${files} kchat=${platform.kchat} />`}
    </div>
  </article>`;
}
