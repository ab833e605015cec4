import { html } from '../view/html.js';

/** The list above the composer while a slash command is being typed. */
export function Suggestions({ suggestions, active, usage, onTake }) {
  const words = usage && html`<b>/${usage.trigger}</b> ${usage.usage}`;
  if (suggestions.length === 0) return words ? html`<p class="usage">${words}</p>` : null;
  return html`<div class="suggestions">
    <p class="suggestions-title">${words ?? 'Commands'}</p>
    <ul role="listbox" id="suggestions" aria-label="Commands" data-testid="autocomplete">
      ${suggestions.map(
        (one, index) =>
          html`<li
            key=${one.text}
            id=${`suggestion-${index}`}
            role="option"
            aria-selected=${index === active ? 'true' : 'false'}
            onMouseDown=${(event) => {
              event.preventDefault();
              onTake(one);
            }}
          >
            <span class="suggestion-usage"><b>${one.label}</b> ${one.rest}</span>
            ${one.description && html`<small>${one.description}</small>`}
          </li>`,
      )}
    </ul>
    <p class="suggestions-keys">
      <kbd>↑</kbd> <kbd>↓</kbd> to choose, <kbd>Tab</kbd> to complete, <kbd>Esc</kbd> to close
    </p>
  </div>`;
}
