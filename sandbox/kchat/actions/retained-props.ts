import type { Props } from './post-props.ts';

/** Under whose name a post appears is not for an integration's answer to change. */
const retained = ['from_webhook', 'override_username', 'override_icon_url'];

/** The props that an update by a button leaves as they were. */
export function retainedProps(props: Props): Props {
  return Object.fromEntries(retained.filter((name) => name in props).map((name) => [name, props[name]]));
}

/** The props without those. */
export function replaceableProps(props: Props): Props {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !retained.includes(name)));
}
