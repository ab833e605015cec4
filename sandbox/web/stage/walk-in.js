import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { walkIn } from '../platform/sandbox.js';
import { html } from '../view/html.js';

const fields = [
  { name: 'first_name', label: 'First name', type: 'text' },
  { name: 'last_name', label: 'Last name', type: 'text' },
  { name: 'email', label: 'E-mail', type: 'email' },
];

/** Lets somebody arrive whom an administrator invited here in the Manager, without the bot. */
export function WalkIn() {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState();
  const form = useRef(null);
  useLayoutEffect(() => {
    form.current?.querySelector('input').focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const arrive = async (event) => {
    event.preventDefault();
    try {
      await walkIn(Object.fromEntries(new FormData(event.target)));
      setOpen(false);
      setProblem(undefined);
    } catch (error) {
      setProblem(error.message);
    }
  };
  if (!open) {
    return html`<button class="secondary wide" data-testid="walk-in" onClick=${() => setOpen(true)}>
      Somebody invited elsewhere arrives
    </button>`;
  }
  return html`<form class="form walk-in" ref=${form} onSubmit=${arrive}>
    <p>Invited in the Manager, without the bot, this person registers and arrives.</p>
    ${fields.map(
      (field) =>
        html`<label key=${field.name}>${field.label}<input name=${field.name} type=${field.type} required /></label>`,
    )}
    ${problem && html`<p class="problem" role="alert">${problem}</p>`}
    <div class="form-actions">
      <button class="primary" data-testid="walk-in-arrive">Arrive</button>
      <button type="button" class="secondary" onClick=${() => setOpen(false)}>Cancel</button>
    </div>
  </form>`;
}
