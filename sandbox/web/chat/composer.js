import { useEffect, useRef, useState } from 'preact/hooks';
import { useLoaded } from '../platform/changes.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { commandBeingTyped, suggestionsFor } from './completion.js';
import { Example } from './example.js';
import { Suggestions } from './suggestions.js';
import { useChoice } from './choice.js';

/** Where messages and slash commands are typed. Enter sends, Shift+Enter breaks the line. */
export function Composer({ kchat, teamId, conversation, draft, onDraft, suggestion, onSent }) {
  const field = useRef(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState();
  const { value: commands = [] } = useLoaded(() => kchat.commands(teamId), [draft === '/']);
  const choice = useChoice(busy ? [] : suggestionsFor(draft, commands), draft);

  useEffect(() => fitHeight(field.current), [draft]);
  const write = (text) => {
    setProblem(undefined);
    onDraft(text);
    field.current.focus();
  };

  const send = async () => {
    const text = draft.trim();
    if (!text || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await (text.startsWith('/') ? kchat.execute(conversation.id, text) : kchat.say(conversation.id, text));
      onDraft('');
      onSent();
    } catch (error) {
      setProblem(error.message);
    } finally {
      setBusy(false);
      field.current?.focus();
    }
  };

  const onKeyDown = (event) => {
    const taken = choice.onKey(event);
    if (taken) write(taken.text);
    else if (!event.defaultPrevented && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  };

  return html`<div class="composer-area">
    ${suggestion && !draft && html`<${Example} trigger=${suggestion} onTake=${write} />`}
    <${Suggestions}
      suggestions=${choice.list}
      active=${choice.active}
      command=${commandBeingTyped(draft, commands)}
      onTake=${(one) => write(one.text)}
    />
    ${problem && html`<p class="problem" role="alert"><${Icon} name="warning" size=${16} /> ${problem}</p>`}
    <div class=${`composer ${busy ? 'composer-busy' : ''}`}>
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
        placeholder=${`Message ${conversation.title}, or / for commands`}
        value=${draft}
        readonly=${busy}
        onInput=${(event) => onDraft(event.target.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      <button class="send" data-testid="send" aria-label="Send" disabled=${busy || !draft.trim()} onClick=${send}>
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
