import { useState } from 'preact/hooks';

/**
 * How far one person has read each conversation (milliseconds by conversation id). Kept in this browser: the sandbox
 * gives each start new ids, so old marks never meet a new conversation.
 */
export function useReadMarks(userId) {
  const key = `read:${userId}`;
  const [marks, setMarks] = useState(() => JSON.parse(localStorage.getItem(key) ?? '{}'));
  const markRead = (conversationId, at) => {
    if ((marks[conversationId] ?? 0) >= at) return;
    const next = { ...marks, [conversationId]: at };
    localStorage.setItem(key, JSON.stringify(next));
    setMarks(next);
  };
  return [marks, markRead];
}
