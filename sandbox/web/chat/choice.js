import { useEffect, useState } from 'preact/hooks';

/**
 * Choosing from a list by keyboard while typing `text`. `onKey` returns the entry that the key takes, if any, and
 * prevents the default of every key it used.
 */
export function useChoice(entries, text) {
  const [moved, setMoved] = useState();
  const [closedAt, setClosedAt] = useState();
  useEffect(() => setMoved(undefined), [text]);

  const list = closedAt === text ? [] : entries;
  const active = list.length === 0 ? -1 : (moved ?? (list[0].eager ? 0 : -1));

  const onKey = (event) => {
    if (list.length === 0 || event.isComposing) return undefined;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const takes = event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && active >= 0);
    if (step) setMoved((Math.max(active, step > 0 ? -1 : 0) + step + list.length) % list.length);
    else if (event.key === 'Escape') setClosedAt(text);
    else if (!takes || event.shiftKey) return undefined;
    event.preventDefault();
    return takes ? list[Math.max(active, 0)] : undefined;
  };
  return { list, active, onKey };
}
