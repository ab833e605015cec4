import { html } from './html.js';
import { Icon } from './icon.js';
import { hueOf, initials } from './names.js';

/** A person's initials in their own colour; a bot gets a square with a spark instead. */
export function Avatar({ name, bot = false, size = 36 }) {
  const style = `--hue:${hueOf(name)};--size:${size}px`;
  if (bot) {
    return html`<span class="avatar avatar-bot" style=${style} aria-hidden="true">
      <${Icon} name="sparkle" size=${Math.round(size * 0.6)} />
    </span>`;
  }
  return html`<span class="avatar" style=${style} aria-hidden="true">${initials(name)}</span>`;
}
