import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { AttachButton } from '../file/attach-button.js';
import { useDroppedFiles } from '../file/dropped-files.js';
import { PendingFiles } from '../file/pending-files.js';
import { useLoaded } from '../platform/changes.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { suggestionsFor, usageOf } from './completion.js';
import { Examples } from './examples.js';
import { Suggestions } from './suggestions.js';
import { useChoice } from './choice.js';
import { useSending } from './sending.js';

/** Where messages and slash commands are typed, and files attached. Enter sends, Shift+Enter breaks the line. */
export function Composer({ platform, conversation, draft, onDraft, examples }) {
  const field = useRef(null);
  const [files, setFiles] = useState([]);
  const { busy, problem, send, forget } = useSending(platform, conversation.id);
  const { value: commands = [] } = useLoaded(() => platform.kchat.commands(platform.teamId), [draft === '/']);
  const choice = useChoice(busy ? [] : suggestionsFor(draft, commands), draft);
  const attach = useCallback((added) => setFiles((before) => [...before, ...added]), []);
  const hovering = useDroppedFiles(field, attach);
  const empty = !draft.trim() && files.length === 0;

  useEffect(() => fitHeight(field.current), [draft]);
  const write = (text) => {
    forget();
    onDraft(text);
    field.current.focus();
  };

  const sendAll = async () => {
    if (empty || busy) return;
    const sent = await send(draft.trim(), files);
    if (sent) onDraft('');
    // A command takes no files along: they stay for the next message.
    if (sent === 'message') setFiles([]);
    field.current?.focus();
  };

  const onKeyDown = (event) => {
    const taken = choice.onKey(event);
    if (taken) write(taken.text);
    else if (!event.defaultPrevented && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendAll();
    }
  };

  return html`<div class="composer-area">
    ${examples.length > 0 && !draft && html`<${Examples} examples=${examples} onTake=${write} />`}
    <${Suggestions}
      suggestions=${choice.list}
      active=${choice.active}
      usage=${usageOf(draft, commands)}
      onTake=${(one) => write(one.text)}
    />
    ${problem && html`<p class="problem" role="alert"><${Icon} name="warning" size=${16} /> ${problem}</p>`}
    <${PendingFiles} files=${files} onRemove=${(file) => setFiles(files.filter((one) => one !== file))} />
    <div class=${`composer ${busy ? 'composer-busy' : ''} ${hovering ? 'composer-open' : ''}`}>
      <${AttachButton} disabled=${busy} onFiles=${attach} />
      <textarea
        ref=${field}
        rows="1"
        data-testid="composer"
        role="combobox"
        aria-label=${`Message ${conversation.title}`}
        aria-autocomplete="list"
        aria-expanded=${choice.list.length > 0 ? 'true' : 'false'}
        aria-controls="suggestions"
        aria-activedescendant=${choice.active >= 0 ? `suggestion-${choice.active}` : undefined}
        placeholder=${hovering ? 'Drop to attach' : `Message ${conversation.title}, or / for commands`}
        value=${draft}
        readonly=${busy}
        onInput=${(event) => onDraft(event.target.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      <button class="send" data-testid="send" aria-label="Send" disabled=${busy || empty} onClick=${sendAll}>
        <${Icon} name="send" />
      </button>
    </div>
    <p class="composer-state" role="status">${busy && draft.startsWith('/') ? 'Waiting for the answer…' : ''}</p>
  </div>`;
}

function fitHeight(field) {
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}
