import { useEffect, useState } from 'preact/hooks';

/** Takes files that are dropped on the conversation around `inside`. Returns whether some hover over it now. */
export function useDroppedFiles(inside, onFiles) {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const area = inside.current.closest('.conversation');
    const over = (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event) => {
      if (!area.contains(event.relatedTarget)) setHovering(false);
    };
    const drop = (event) => {
      event.preventDefault();
      setHovering(false);
      onFiles([...event.dataTransfer.files]);
    };
    const listeners = Object.entries({ dragover: over, dragleave: leave, drop });
    for (const [name, listener] of listeners) area.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) area.removeEventListener(name, listener);
    };
  }, [onFiles]);
  return hovering;
}
