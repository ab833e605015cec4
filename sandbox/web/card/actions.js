import { useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { Menu } from './menu.js';

/** A card's buttons and menus. While one press is under way the others wait; what went wrong stands below. */
export function Actions({ actions, post, platform }) {
  const [pressed, setPressed] = useState();
  const [problem, setProblem] = useState();

  const press = async (action, choice) => {
    if (pressed) return;
    setPressed(action.id);
    setProblem(undefined);
    try {
      await platform.kchat.press(post.id, action, choice);
      platform.onChange();
    } catch (error) {
      setProblem(error.message);
    } finally {
      setPressed(undefined);
    }
  };

  return html`<div class="card-actions">
    ${actions.map((action) => {
      const state = { action, waiting: Boolean(pressed) || action.disabled, busy: pressed === action.id };
      return action.type === 'select'
        ? html`<${Menu} ...${state} platform=${platform} onChoose=${(choice) => press(action, choice)} />`
        : html`<${Button} ...${state} onPress=${() => press(action)} />`;
    })}
    ${problem && html`<p class="problem" role="alert"><${Icon} name="warning" size=${16} /> ${problem}</p>`}
  </div>`;
}

const styles = new Set(['primary', 'danger', 'good', 'success', 'warning']);

function Button({ action, waiting, busy, onPress }) {
  const style = styles.has(action.style) ? `action-${action.style}` : '';
  return html`<button
    class=${`action ${style} ${busy ? 'action-busy' : ''}`}
    data-testid=${`action-${action.id}`}
    aria-busy=${busy ? 'true' : undefined}
    disabled=${waiting}
    onClick=${onPress}
  >
    ${action.name}
  </button>`;
}
