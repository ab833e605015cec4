import { useEffect, useState } from 'preact/hooks';
import { useLoaded } from '../platform/changes.js';
import { openedDialogs } from '../platform/sandbox.js';

/**
 * The form on this person's screen, and the way to take it off. The newest one that was sent since one began to look:
 * a real client, too, has lost them all after a reload.
 */
export function useOpenedDialog(userId, version) {
  const { value: opened } = useLoaded(() => openedDialogs(userId), [userId, version]);
  const [done, setDone] = useState();
  useEffect(() => {
    if (opened) setDone((before) => before ?? opened.length);
  }, [opened]);
  const isNew = opened !== undefined && done !== undefined && opened.length > done;
  return [isNew ? { ...opened.at(-1), number: opened.length } : undefined, () => setDone(opened.length)];
}
