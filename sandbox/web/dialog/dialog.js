import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { Icon } from '../view/icon.js';
import { RichText } from '../view/rich-text.js';
import { Field } from './field.js';
import { firstValue, valueProblem } from './values.js';

/** A form that the bot sent, over everything else. Escape, the cross and Cancel close it. */
export function Dialog({ opened, channelId, platform, onClose }) {
  const { dialog } = opened;
  const elements = dialog.elements ?? [];
  const frame = useRef(null);
  const [values, setValues] = useState(() => Object.fromEntries(elements.map((one) => [one.name, firstValue(one)])));
  const [problems, setProblems] = useState({});
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    frame.current.showModal();
    frame.current.querySelector('.dialog-field :is(input, textarea, select)')?.focus();
  }, []);
  useEffect(() => frame.current.querySelector('[aria-invalid=true]')?.focus(), [problems]);

  const send = (submission, cancelled) =>
    platform.kchat.submitDialog({
      url: opened.url,
      callback_id: dialog.callback_id,
      state: dialog.state,
      channel_id: channelId,
      team_id: platform.teamId,
      submission,
      cancelled,
    });

  const cancel = (event) => {
    event.preventDefault();
    // Closing is the person's right, whatever the bot makes of it.
    if (dialog.notify_on_cancel) send({}, true).catch(() => undefined);
    onClose();
  };

  const submit = async (event) => {
    event.preventDefault();
    const found = elements.map((one) => [one.name, valueProblem(one, values[one.name])]).filter(([, words]) => words);
    setProblems({ fields: Object.fromEntries(found) });
    if (found.length > 0 || busy) return;
    setBusy(true);
    try {
      const { errors = {}, error } = (await send(values, false)) ?? {};
      if (!error && Object.keys(errors).length === 0) {
        platform.onChange();
        onClose();
        return;
      }
      setProblems({ fields: errors, form: error });
    } catch (error) {
      setProblems({ form: error.message });
    }
    setBusy(false);
  };

  return html`<dialog
    ref=${frame}
    class="dialog"
    data-testid="dialog"
    aria-labelledby="dialog-title"
    onCancel=${cancel}
  >
    <form novalidate onSubmit=${submit}>
      <header>
        <h2 id="dialog-title">${dialog.title}</h2>
        <button type="button" class="quiet" aria-label="Close" onClick=${cancel}><${Icon} name="close" /></button>
      </header>
      <div class="dialog-fields">
        ${dialog.introduction_text && html`<${RichText} text=${dialog.introduction_text} />`}
        ${elements.map(
          (element) =>
            html`<${Field}
              key=${element.name}
              element=${element}
              value=${values[element.name]}
              problem=${problems.fields?.[element.name]}
              platform=${platform}
              onValue=${(value) => setValues((before) => ({ ...before, [element.name]: value }))}
            />`,
        )}
      </div>
      <footer>
        ${
          problems.form &&
          html`<p class="problem" role="alert" data-testid="dialog-error">
            <${Icon} name="warning" size=${16} /> ${problems.form}
          </p>`
        }
        <button type="button" class="secondary" data-testid="dialog-cancel" onClick=${cancel}>Cancel</button>
        <button class="primary" data-testid="dialog-submit" disabled=${busy}>${dialog.submit_label || 'Submit'}</button>
      </footer>
    </form>
  </dialog>`;
}
