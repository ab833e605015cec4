import type { Form, FormField } from '../ports/card.ts';

/** A form as Mattermost's dialogs are written; kChat's clients know the same (kChat: section 4, inferred). */
export function dialogDocument(form: Form): object {
  return {
    callback_id: 'form',
    title: form.title,
    introduction_text: form.introduction ?? '',
    submit_label: form.submitLabel,
    notify_on_cancel: false,
    state: form.ticket,
    elements: form.fields.map(element),
  };
}

function element(field: FormField): object {
  const { name, label, help, placeholder, isOptional = false } = field;
  const common = { name, display_name: label, help_text: help, placeholder, optional: isOptional };
  switch (field.type) {
    case 'text':
      return { ...common, type: 'text', default: field.initial, max_length: field.maxLength };
    case 'email':
      return { ...common, type: 'text', subtype: 'email', default: field.initial, max_length: field.maxLength };
    case 'textarea':
      return { ...common, type: 'textarea', default: field.initial, max_length: field.maxLength };
    case 'checkbox':
      return { ...common, type: 'bool', default: field.initial === true ? 'true' : undefined };
    case 'select':
      return {
        ...common,
        type: 'select',
        default: field.initial,
        options: field.options.map(({ label: text, value }) => ({ text, value })),
      };
  }
}
