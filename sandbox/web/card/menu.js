import { html } from '../view/html.js';
import { useOptions } from '../view/options.js';

/** A menu on a card: what is chosen is sent at once. */
export function Menu({ action, waiting, busy, platform, onChoose }) {
  const options = useOptions(platform, action);
  return html`<select
    class=${`action ${busy ? 'action-busy' : ''}`}
    data-testid=${`action-${action.id}`}
    aria-label=${action.name}
    aria-busy=${busy ? 'true' : undefined}
    disabled=${waiting}
    value=${action.default_option ?? ''}
    onChange=${(event) => onChoose(event.target.value)}
  >
    <option value="" disabled hidden>${action.name}</option>
    ${options.map(({ text, value }) => html`<option key=${value} value=${value}>${text}</option>`)}
  </select>`;
}
