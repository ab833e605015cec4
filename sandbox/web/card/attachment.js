import { html } from '../view/html.js';
import { RichText } from '../view/rich-text.js';
import { Actions } from './actions.js';
import { barColor } from './color.js';
import { Fields } from './fields.js';

/** A card under a message. A picture it names is left out: the sandbox calls nothing outside. */
export function Attachment({ attachment, post, names, platform }) {
  const { pretext, author_name: author, title, title_link: link, text, fields, footer, actions } = attachment;
  return html`<div class="attachment" data-testid="attachment">
    ${pretext && html`<${RichText} text=${pretext} names=${names} />`}
    <div class="card" style=${`--bar:${barColor(attachment.color)}`}>
      ${author && html`<p class="card-author">${author}</p>`}
      ${title && html`<p class="card-title">${titleOf(title, link)}</p>`}
      ${text && html`<${RichText} text=${text} names=${names} />`}
      ${fields?.length > 0 && html`<${Fields} fields=${fields} names=${names} />`}
      ${actions?.length > 0 && html`<${Actions} actions=${actions} post=${post} platform=${platform} />`}
      ${footer && html`<p class="card-footer">${footer}</p>`}
    </div>
  </div>`;
}

function titleOf(title, link) {
  if (!/^https?:\/\//.test(link)) return title;
  return html`<a href=${link} target="_blank" rel="noopener noreferrer">${title}</a>`;
}
