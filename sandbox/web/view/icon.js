import { html } from './html.js';

/** Line drawings on a 20 by 20 grid. */
const drawings = {
  hash: 'M8 3 6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3',
  eye: 'M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  send: 'M3 10 17 3.5 13 17l-3.2-5.3zM9.8 11.7 17 3.5',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5 5 15',
  back: 'M12.5 4 6.5 10l6 6',
  check: 'M4 10.5l4 4 8-9',
  mail: 'M2.5 4.5h15v11h-15zM3 5l7 6 7-6',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3 2.4-5 5.5-5s5.5 2 5.5 5M13 3.9a3 3 0 0 1 0 5.2M15 12.4c1.9.7 3 2.4 3 4.6',
  sparkle: 'M10 2.5 11.8 8.2 17.5 10 11.8 11.8 10 17.5 8.2 11.8 2.5 10 8.2 8.2z',
  clip: 'M14.5 9.5 9 15a3.2 3.2 0 0 1-4.5-4.5l6.3-6.3a2.1 2.1 0 0 1 3 3L7.6 13.4a1 1 0 0 1-1.5-1.5l5.2-5.2',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  warning: 'M10 3 18 17H2zM10 8v4M10 14.4v.2',
};

/** Decoration only: whatever it stands beside carries the words. */
export function Icon({ name, size = 18 }) {
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 20 20" aria-hidden="true">
    <path d=${drawings[name]} />
  </svg>`;
}
