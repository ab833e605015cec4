import { useState } from 'preact/hooks';
import { html } from '../view/html.js';
import { typedValue } from './values.js';

/** Longest texts, in characters, unless the form says otherwise. */
const longest = { text: 150, textarea: 3000 };

/** One line, or several. */
export function TextInput({ element, value, marks, onValue }) {
  const [text, setText] = useState(value ?? '');
  const onInput = (event) => {
    setText(event.target.value);
    onValue(typedValue(element, event.target.value));
  };
  const shared = {
    ...marks,
    value: text,
    placeholder: element.placeholder,
    maxlength: element.max_length || longest[element.type],
    onInput,
  };
  if (element.type === 'textarea') return html`<textarea ...${shared} rows="4"></textarea>`;
  // As text, a number that is none can be told from an empty field.
  const type = element.subtype === 'number' ? 'text' : element.subtype || 'text';
  return html`<input ...${shared} type=${type} inputmode=${element.subtype === 'number' ? 'decimal' : undefined} />`;
}
