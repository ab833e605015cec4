export interface Deadline {
  signal: AbortSignal;
  hasPassed(): boolean;
  /** Must be called when the work is over, whatever its end. */
  clear(): void;
}

/**
 * A signal that aborts after `timeoutMs` or together with `stop`.
 * Not `AbortSignal.any`: it keeps memory for each derived signal as long as `stop` lives, which here is as long as the
 * process.
 */
export function startDeadline(timeoutMs: number, stop: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let passed = false;
  const abort = () => {
    controller.abort();
  };
  const timer = setTimeout(() => {
    passed = true;
    abort();
  }, timeoutMs);
  if (stop?.aborted) abort();
  stop?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    hasPassed: () => passed,
    clear: () => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', abort);
    },
  };
}
