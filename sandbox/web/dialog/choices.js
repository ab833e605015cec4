import { html } from '../view/html.js';

/** One out of a list that is in view. */
export function Choices({ element, value, marks, onValue }) {
  const { id, ...rest } = marks;
  return html`<div ...${rest} class="dialog-choices" role="radiogroup" tabindex="-1" aria-labelledby=${`${id}-label`}>
    ${(element.options ?? []).map(
      (option) =>
        html`<label key=${option.value}>
          <input
            type="radio"
            name=${element.name}
            value=${option.value}
            checked=${value === option.value}
            onChange=${() => onValue(option.value)}
          />
          ${option.text}
        </label>`,
    )}
  </div>`;
}
