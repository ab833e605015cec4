import { useState } from 'preact/hooks';

/**
 * Sends what was typed, one at a time. `send` resolves to what it was taken for, `command` or `message`, or to
 * `undefined` when it was refused; `problem` then says why, until `forget`.
 */
export function useSending({ kchat, onChange }, channelId) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState();

  const send = async (text, files) => {
    const kind = text.startsWith('/') ? 'command' : 'message';
    setBusy(true);
    setProblem(undefined);
    try {
      if (kind === 'command') await kchat.execute(channelId, text);
      else await kchat.say(channelId, text, files.length > 0 ? await kchat.upload(channelId, files) : []);
      onChange();
      return kind;
    } catch (error) {
      setProblem(error.message);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, send, forget: () => setProblem(undefined) };
}
