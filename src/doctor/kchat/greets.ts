const timeoutMs = 10_000;

/**
 * Whether a WebSocket opens and, where a greeting is expected, its first message holds it. It is closed at once.
 * @param end breaks the attempt off.
 */
export async function greets(url: string, greeting: string | undefined, end: AbortSignal): Promise<boolean> {
  const socket = new WebSocket(url);
  const { promise: answer, resolve } = Promise.withResolvers<boolean>();
  const refuse = () => {
    resolve(false);
  };
  socket.addEventListener('open', () => {
    if (greeting === undefined) resolve(true);
  });
  socket.addEventListener('message', ({ data }) => {
    resolve(typeof data === 'string' && data.includes(greeting ?? ''));
  });
  socket.addEventListener('error', refuse);
  socket.addEventListener('close', refuse);
  const timer = setTimeout(refuse, timeoutMs);
  end.addEventListener('abort', refuse);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    end.removeEventListener('abort', refuse);
    socket.close();
  }
}
