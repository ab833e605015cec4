import { html } from '../view/html.js';
import { RichText } from '../view/rich-text.js';

/** A card's table of facts; short ones stand side by side. */
export function Fields({ fields, names }) {
  return html`<dl class="card-fields">
    ${fields.map(
      ({ title, value, short }) =>
        html`<div class=${short ? 'card-field-short' : ''}>
          <dt>${title}</dt>
          <dd><${RichText} text=${String(value ?? '')} names=${names} /></dd>
        </div>`,
    )}
  </dl>`;
}
