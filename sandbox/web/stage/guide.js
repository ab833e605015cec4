import { useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';

const dismissed = 'guide:dismissed';

/** The four steps of the story, where one is in it, and a way to the next. */
export function Guide({ story, actor, play }) {
  const [hidden, setHidden] = useState(localStorage.getItem(dismissed) === 'yes');
  if (hidden) return null;
  const hide = () => {
    localStorage.setItem(dismissed, 'yes');
    setHidden(true);
  };
  return html`<section class="guide" aria-label="Guide" data-testid="guide">
    <ol>
      ${story.steps.map((step, index) => html`<${Step} key=${step.name} step=${step} number=${index + 1} next=${story.next} />`)}
    </ol>
    <${NextStep} next=${story.next} actor=${actor} play=${play} />
    <button class="quiet" aria-label="Hide the guide" data-testid="guide-dismiss" onClick=${hide}>
      <${Icon} name="close" size=${16} />
    </button>
  </section>`;
}

function Step({ step, number, next }) {
  const state = step.done ? 'done' : step === next ? 'next' : 'later';
  return html`<li class=${`step step-${state}`} aria-current=${state === 'next' ? 'step' : undefined}>
    <span class="step-number">${step.done ? html`<${Icon} name="check" size=${13} />` : number}</span>
    <span class="step-name">${step.name}</span>
  </li>`;
}

function NextStep({ next, actor, play }) {
  if (!next)
    return html`<p class="guide-hint">
      That is the whole story. Now try what else there is, or invite somebody else.
    </p>`;
  if (!next.role || next.role === actor.role) return html`<p class="guide-hint">${next.hint}</p>`;
  return html`<p class="guide-hint">
    <button class="link" data-testid="guide-next" onClick=${() => play(next.role)}>${next.hint}</button>
  </p>`;
}
