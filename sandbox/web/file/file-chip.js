import { useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { saveFile } from './save-file.js';
import { sizeInWords } from './size.js';

/** A file to save. */
export function FileChip({ file, kchat }) {
  const [problem, setProblem] = useState();
  const save = () => saveFile(kchat, file).catch((error) => setProblem(error.message));
  return html`<button class="file" data-testid="file" aria-label=${`Save ${file.name}`} onClick=${save}>
    <span class="file-kind">${file.extension || 'file'}</span>
    <span class="file-words">
      <b>${file.name}</b>
      <small>${problem ?? sizeInWords(file.size)}</small>
    </span>
    <${Icon} name="download" size=${18} />
  </button>`;
}
