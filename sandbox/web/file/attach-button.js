import { useRef } from 'preact/hooks';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';

/** Chooses files from the disk. */
export function AttachButton({ disabled, onFiles }) {
  const input = useRef(null);
  const take = () => {
    onFiles([...input.current.files]);
    // The same file can be chosen again after it was removed.
    input.current.value = '';
  };
  return html`<button
      class="quiet attach"
      aria-label="Attach a file"
      disabled=${disabled}
      onClick=${() => input.current.click()}
    >
      <${Icon} name="clip" />
    </button>
    <input ref=${input} class="hidden" type="file" multiple tabindex="-1" data-testid="attach" onChange=${take} />`;
}
