import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { sizeInWords } from './size.js';

/** Files that go out with the next message. */
export function PendingFiles({ files, onRemove }) {
  if (files.length === 0) return null;
  return html`<ul class="pending-files" aria-label="Files to send">
    ${files.map(
      (file) =>
        html`<li key=${file.name} data-testid="pending-file">
          <span class="file-words"><b>${file.name}</b><small>${sizeInWords(file.size)}</small></span>
          <button class="quiet" aria-label=${`Remove ${file.name}`} onClick=${() => onRemove(file)}>
            <${Icon} name="close" size=${14} />
          </button>
        </li>`,
    )}
  </ul>`;
}
