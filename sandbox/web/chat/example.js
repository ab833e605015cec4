import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';

/** The first command of the story, one click away. */
export function Example({ trigger, onTake }) {
  const command = `/${trigger} jane.doe@acme.ch Jane Doe --channel ~marketing`;
  return html`<button class="example" data-testid="suggestion" onClick=${() => onTake(command)}>
    <${Icon} name="sparkle" size=${16} />
    <span>Try it</span>
    <code>${command.split(' ').map((word) => html`<span>${word}</span> `)}</code>
  </button>`;
}
