import { html } from '../view/html.js';

/** Yes or no; the placeholder says what is agreed to. */
export function Tick({ element, value, marks, onValue }) {
  return html`<label class="dialog-tick">
    <input ...${marks} type="checkbox" checked=${value === true} onChange=${(event) => onValue(event.target.checked)} />
    ${element.placeholder}
  </label>`;
}
