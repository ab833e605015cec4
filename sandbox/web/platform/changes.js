import { useEffect, useState } from 'preact/hooks';

/** A number that grows whenever the sandbox's state changes, and when the connection is lost or back. */
export function useChanges() {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const events = new EventSource('/sandbox/events');
    const grow = () => setVersion((before) => before + 1);
    events.addEventListener('changed', grow);
    events.addEventListener('open', grow);
    events.addEventListener('error', grow);
    return () => events.close();
  }, []);
  return version;
}

/**
 * Loads again when one of `keys` changes. The previous value stays while loading and after an error; an answer that a
 * later one has overtaken is dropped.
 */
export function useLoaded(load, keys) {
  const [loaded, setLoaded] = useState({});
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setLoaded({ value }),
      (error) => wanted && setLoaded((before) => ({ ...before, error })),
    );
    return () => {
      wanted = false;
    };
  }, keys);
  return loaded;
}
