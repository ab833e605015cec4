import { useMemo } from 'preact/hooks';
import { html } from './html.js';
import { renderMarkdown } from './markdown.js';

/** Markdown as a message shows it. `names`: what may be mentioned here. */
export function RichText({ text, names = new Map(), class: extra = '' }) {
  const body = useMemo(() => ({ __html: renderMarkdown(text, names) }), [text, names.size]);
  return html`<div class=${`message-body ${extra}`} dangerouslySetInnerHTML=${body}></div>`;
}
