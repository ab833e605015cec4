import { useState } from 'preact/hooks';
import { acceptInvitation } from '../platform/mailbox.js';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { fullName } from '../view/names.js';

/** The page behind the mail's link, where the invited person registers with Infomaniak. */
export function Registration({ mail, organization, invitee, isGuest, play, onBack }) {
  const [accepted, setAccepted] = useState();
  const [problem, setProblem] = useState();
  const [busy, setBusy] = useState(false);
  const register = async (event) => {
    event.preventDefault();
    const { email, ...name } = Object.fromEntries(new FormData(event.target));
    setBusy(true);
    setProblem(undefined);
    try {
      setAccepted(await acceptInvitation(mail, { ...(email.trim() !== mail.to && { email: email.trim() }), ...name }));
    } catch (error) {
      setProblem(error.message);
    } finally {
      setBusy(false);
    }
  };
  return html`<section class="registration" aria-label="Create an Infomaniak account">
    <button class="quiet mail-back" onClick=${onBack}><${Icon} name="back" /> Back to the mail</button>
    <div class="registration-card">
      <p class="registration-brand">infomaniak</p>
      ${
        accepted
          ? html`<${Welcome} accepted=${accepted} firstName=${invitee?.first_name} play=${play} />`
          : html`<form class="form" onSubmit=${register}>
              <h1>Create your account</h1>
              <p>You have been invited to join <b>${organization}</b>. Check your details and you are in.</p>
              <${Name} invitee=${invitee} isGuest=${isGuest} />
              <label
                >E-mail
                <input
                  name="email"
                  type="email"
                  defaultValue=${mail.to}
                  readonly=${isGuest}
                  required
                  autocomplete="off"
              /></label>
              ${problem && html`<p class="problem" role="alert">${problem}</p>`}
              <button class="primary wide" data-testid="register" disabled=${busy}>Create my account</button>
            </form>`
      }
    </div>
  </section>`;
}

/** Whoever invites a kSuite user knows the name; a guest says it. */
function Name({ invitee, isGuest }) {
  if (!isGuest) {
    return html`<label>Name <input value=${invitee ? fullName(invitee) : ''} autocomplete="off" readonly /></label>`;
  }
  return html`<label>First name <input name="first_name" required autocomplete="off" /></label>
    <label>Last name <input name="last_name" required autocomplete="off" /></label>`;
}

function Welcome({ accepted, firstName, play }) {
  return html`<div class="registered" role="status">
    <span class="registered-mark"><${Icon} name="check" size=${28} /></span>
    <h1>Your account is ready</h1>
    ${
      accepted.kchat_user_id
        ? html`<p>kChat is part of your kSuite.</p>
            <button class="primary wide" data-testid="open-kchat" onClick=${() => play(accepted.kchat_user_id)}>
              Open kChat${firstName ? ` as ${firstName}` : ''}
            </button>`
        : html`<p>This invitation came without a kSuite seat, so there is no kChat to open yet.</p>`
    }
  </div>`;
}
