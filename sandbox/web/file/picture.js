import { useEffect, useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { saveFile } from './save-file.js';

/** A picture in a message; a click saves it. Its place is kept free while it loads, so that nothing jumps. */
export function Picture({ file, kchat }) {
  const address = useAddress(kchat, file.id);
  return html`<button class="picture" aria-label=${`Save ${file.name}`} onClick=${() => saveFile(kchat, file)}>
    <img
      data-testid="file-image"
      alt=${file.name}
      src=${address}
      style=${`aspect-ratio:${file.width} / ${file.height};width:${file.width}px`}
    />
    <small>${file.name}</small>
  </button>`;
}

/** An address of the file's bytes inside this page. */
function useAddress(kchat, fileId) {
  const [address, setAddress] = useState();
  useEffect(() => {
    let made;
    let wanted = true;
    kchat.file(fileId).then(
      (bytes) => {
        if (!wanted) return;
        made = URL.createObjectURL(bytes);
        setAddress(made);
      },
      () => undefined,
    );
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [fileId]);
  return address;
}
