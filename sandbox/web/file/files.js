import { html } from '../view/html.js';
import { FileChip } from './file-chip.js';
import { Picture } from './picture.js';

/** What hangs on a message: pictures that kChat previews are shown, all else is offered for saving. */
export function Files({ files, kchat }) {
  return html`<div class="files">
    ${files.map((file) =>
      file.has_preview_image
        ? html`<${Picture} key=${file.id} file=${file} kchat=${kchat} />`
        : html`<${FileChip} key=${file.id} file=${file} kchat=${kchat} />`,
    )}
  </div>`;
}
