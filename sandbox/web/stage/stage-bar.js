import { Avatar } from '../view/avatar.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';

/** The strip above the scene where one person changes roles. */
export function StageBar({ cast, actor, suggested, play, managerOpen, onManager }) {
  return html`<header class="stage-bar">
    <span class="stage-name">kchat-invite <small>sandbox</small></span>
    <nav class="roles" aria-label="Play as">
      ${cast.map(
        (one) =>
          html`<${RoleButton}
            key=${one.role}
            one=${one}
            current=${one.role === actor.role}
            next=${one.role === suggested && one.role !== actor.role}
            play=${play}
          />`,
      )}
    </nav>
    <button
      class="stage-tool"
      data-testid="manager-toggle"
      aria-expanded=${managerOpen ? 'true' : 'false'}
      title="What Infomaniak holds"
      onClick=${onManager}
    >
      <${Icon} name="people" /> <span>Manager</span>
    </button>
  </header>`;
}

function RoleButton({ one, current, next, play }) {
  const label = `${one.title}: ${one.subtitle}${next ? ' (next in the story)' : ''}`;
  return html`<button
    class=${`role ${next ? 'role-next' : ''}`}
    data-testid=${one.testId}
    aria-label=${label}
    aria-current=${current ? 'true' : undefined}
    onClick=${() => play(one.role)}
  >
    ${
      one.person
        ? html`<${Avatar} name=${one.subtitle} size=${26} />`
        : html`<span class="role-mail"><${Icon} name="mail" size=${16} /></span>`
    }
    <span class="role-words"><b>${one.title}</b><small>${one.subtitle}</small></span>
  </button>`;
}
