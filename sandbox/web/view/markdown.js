import DOMPurify from 'dompurify';
import { Marked } from 'marked';

// kChat shows HTML in a message as the characters it is made of; only Markdown has a meaning.
const markdown = new Marked({
  gfm: true,
  breaks: true,
  renderer: { html: ({ text }) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') },
});

// A picture in a message would make the browser call the outside world, which the sandbox never does.
const cleaning = { FORBID_TAGS: ['img', 'form', 'style', 'video', 'audio'], RETURN_DOM_FRAGMENT: true };

const mention = /(^|[^\w@~])([@~][a-z0-9][a-z0-9._-]*[a-z0-9])/g;

/**
 * Safe HTML of a message's Markdown. `names` maps what a word such as `@max.muster` or `~marketing` may name here to
 * how it is shown; such words are highlighted.
 */
export function renderMarkdown(text, names) {
  const fragment = DOMPurify.sanitize(markdown.parse(text), cleaning);
  for (const table of fragment.querySelectorAll('table')) wrapTable(table);
  for (const link of fragment.querySelectorAll('a[href]')) openOutside(link);
  for (const node of textNodes(fragment)) highlight(node, names);
  const holder = document.createElement('div');
  holder.append(fragment);
  return holder.innerHTML;
}

/** A wide table scrolls by itself instead of widening the page. */
function wrapTable(table) {
  const frame = document.createElement('div');
  frame.className = 'table-frame';
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}

function openOutside(link) {
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

function textNodes(root) {
  const walker = document.createTreeWalker(root, window.NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('code, a')) nodes.push(walker.currentNode);
  }
  return nodes;
}

function highlight(node, names) {
  const pieces = [];
  let end = 0;
  for (const found of node.data.matchAll(mention)) {
    const [, before, word] = found;
    if (!names.has(word)) continue;
    const start = found.index + before.length;
    const mark = document.createElement('span');
    mark.className = 'mention';
    mark.textContent = names.get(word);
    pieces.push(node.data.slice(end, start), mark);
    end = start + word.length;
  }
  if (pieces.length > 0) node.replaceWith(...pieces, node.data.slice(end));
}
