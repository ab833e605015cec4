import { useEffect, useState } from 'preact/hooks';
import { Chat } from '../chat/chat.js';
import { Mailbox } from '../mail/mailbox.js';
import { useChanges, useLoaded } from '../platform/changes.js';
import { allMail } from '../platform/mailbox.js';
import { sandboxState } from '../platform/sandbox.js';
import { html } from '../view/html.js';
import { castOf } from './cast.js';
import { examplesFor } from './examples.js';
import { Guide } from './guide.js';
import { Manager } from './manager.js';
import { useRole } from './role.js';
import { StageBar } from './stage-bar.js';
import { useStory } from './story.js';

/** The whole page: the stage around, and in it what the role being played sees. */
export function App() {
  const version = useChanges();
  const { value, error } = useLoaded(async () => {
    const [state, mails] = await Promise.all([sandboxState(), allMail()]);
    return { state, mails };
  }, [version]);
  if (!value) return html`<${Opening} error=${error} />`;
  return html`<${Stage} state=${value.state} mails=${value.mails} version=${version} lost=${Boolean(error)} />`;
}

function Stage({ state, mails, version, lost }) {
  const [role, play] = useRole();
  const [managerOpen, setManagerOpen] = useState(false);
  const cast = castOf(state);
  const actor = cast.find((candidate) => candidate.role === role) ?? cast[0];
  const story = useStory(cast, mails, state);

  useEffect(() => {
    document.title = `${actor.subtitle} · ${state.team.display_name} · kChat sandbox`;
  }, [actor.role]);

  return html`<div class="stage">
    <${StageBar}
      cast=${cast}
      actor=${actor}
      suggested=${story.next?.role}
      play=${play}
      managerOpen=${managerOpen}
      onManager=${() => setManagerOpen(!managerOpen)}
    />
    <${Guide} story=${story} actor=${actor} play=${play} />
    ${lost && html`<p class="lost" role="alert">The sandbox does not answer. What you see may be out of date.</p>`}
    <div class="scene">
      ${
        actor.person
          ? html`<${Chat}
              key=${actor.role}
              person=${actor.person}
              state=${state}
              version=${version}
              examples=${examplesFor(actor.part, state.trigger, mails.length > 0)}
              onRead=${(conversation) => story.noteRead(actor, conversation)}
            />`
          : html`<${Mailbox} mails=${mails} cast=${cast} state=${state} play=${play} />`
      }
      ${managerOpen && html`<${Manager} provider=${state.provider} onClose=${() => setManagerOpen(false)} />`}
    </div>
  </div>`;
}

function Opening({ error }) {
  return html`<p class="opening" role="status">
    ${error ? 'The sandbox does not answer. Is it still running?' : 'Opening the sandbox…'}
  </p>`;
}
