import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { fullName } from '../view/names.js';
import { WalkIn } from './walk-in.js';

const roleNames = { owner: 'Legal representative', admin: 'Administrator', normal: 'User' };

/** What Infomaniak holds, as its Manager would list it: people, those who have not registered yet, and seats. */
export function Manager({ provider, onClose }) {
  const panel = useRef(null);
  useLayoutEffect(() => panel.current.focus(), []);
  const leave = (event) => event.key === 'Escape' && onClose();
  return html`<aside
    class="manager"
    aria-label="Infomaniak Manager"
    data-testid="manager"
    tabindex="-1"
    ref=${panel}
    onKeyDown=${leave}
  >
    <header>
      <div>
        <h2>Manager</h2>
        <p>What Infomaniak holds of this organization</p>
      </div>
      <button class="quiet" aria-label="Close the Manager" onClick=${onClose}><${Icon} name="close" /></button>
    </header>
    <${Seats} used=${provider.seats.used} total=${provider.seats.total} />
    <ul class="manager-users">
      ${provider.users.map((user) => html`<${User} key=${`${user.user_id}/${user.invitation_id}`} user=${user} />`)}
    </ul>
    <${WalkIn} />
  </aside>`;
}

function Seats({ used, total }) {
  return html`<div class="seats" data-testid="seats">
    <span><b>${used}</b> of ${total} kSuite seats used</span>
    <meter min="0" max=${total} value=${used} aria-label="kSuite seats used"></meter>
  </div>`;
}

function User({ user }) {
  return html`<li data-testid="manager-user">
    <div class="manager-person">
      <b>${fullName(user)}</b>
      <span>${user.email}</span>
      <small>${roleNames[user.role_type] ?? user.role_type}${user.has_ksuite ? ', kSuite' : ''}</small>
    </div>
    <${State} user=${user} />
  </li>`;
}

function State({ user }) {
  if (user.state_in_account !== 'pending') return html`<span class="pill pill-valid">Registered</span>`;
  return html`<span class="pill pill-pending">${user.is_expired ? 'Expired' : 'Pending'}</span>`;
}
