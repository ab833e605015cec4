import { html } from '../view/html.js';
import { Choices } from './choices.js';
import { Dropdown } from './dropdown.js';
import { TextInput } from './text-input.js';
import { Tick } from './tick.js';

const inputs = { text: TextInput, textarea: TextInput, select: Dropdown, radio: Choices, bool: Tick };

/** One element of a form: its label, what one enters, what helps, and what is wrong with it. */
export function Field({ element, value, problem, platform, onValue }) {
  const { name, type, display_name: label, optional, help_text: help } = element;
  const Input = inputs[type];
  const id = `dialog-input-${name}`;
  const hints = [help && `${id}-help`, problem && `${id}-error`].filter(Boolean).join(' ');
  const marks = {
    id,
    'data-testid': `dialog-field-${name}`,
    'aria-invalid': problem ? 'true' : undefined,
    'aria-describedby': hints || undefined,
    'aria-required': optional ? undefined : 'true',
  };
  // A group of radio buttons has no single input that a label could belong to.
  const Label = type === 'radio' ? 'span' : 'label';
  return html`<div class=${`dialog-field ${problem ? 'dialog-field-wrong' : ''}`}>
    <${Label} id=${`${id}-label`} class="dialog-label" for=${type === 'radio' ? undefined : id}>
      ${label}${optional && html` <small>(optional)</small>`}
    <//>
    ${Input && html`<${Input} element=${element} value=${value} marks=${marks} platform=${platform} onValue=${onValue} />`}
    ${help && html`<small id=${`${id}-help`} class="dialog-help">${help}</small>`}
    ${
      problem &&
      html`<p id=${`${id}-error`} class="dialog-error" role="alert" data-testid=${`dialog-error-${name}`}>
        ${problem}
      </p>`
    }
  </div>`;
}
