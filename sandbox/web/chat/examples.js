import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';

/**
 * What can be typed here, one click away: the story's first command in full, later a name for each. `examples` are
 * `{ name, text }`.
 */
export function Examples({ examples, onTake }) {
  const [only] = examples.length === 1 ? examples : [];
  return html`<div class="examples" role="group" aria-label="Examples">
    <${Icon} name="sparkle" size=${16} /> <span>Try</span>
    ${examples.map(
      ({ name, text }) =>
        html`<button key=${name} class="example" data-testid="example" title=${text} onClick=${() => onTake(text)}>
          ${only ? html`<code>${words(text)}</code>` : name}
        </button>`,
    )}
  </div>`;
}

/** On a narrow screen the line breaks between words. */
function words(text) {
  return text.split(' ').map((word) => html`<span>${word}</span> `);
}
