import { html } from '../view/html.js';
import { useOptions } from '../view/options.js';

/** One out of a list that opens. An optional choice can be taken back. */
export function Dropdown({ element, value, marks, platform, onValue }) {
  const options = useOptions(platform, element);
  return html`<select ...${marks} value=${value ?? ''} onChange=${(event) => onValue(event.target.value || null)}>
    <option value="" disabled=${!element.optional}>${element.placeholder || 'Choose…'}</option>
    ${options.map((option) => html`<option key=${option.value} value=${option.value}>${option.text}</option>`)}
  </select>`;
}
