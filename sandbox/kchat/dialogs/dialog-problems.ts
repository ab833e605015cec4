import type { Dialog, DialogElement } from './dialog.ts';

/** Longest texts, in characters, of Mattermost's published model. */
const limits = { title: 24, displayName: 24, name: 300, help: 150, text: 150, long: 3000 };

const subtypes = ['', 'text', 'email', 'number', 'tel', 'url', 'password'];

/**
 * What is wrong with a form. No server refuses one: that of 2021 opens whatever it gets, today's writes these to its log
 * and opens it all the same, and the person sees a form that cannot be filled in. Here each becomes a violation.
 */
export function dialogProblems(dialog: Dialog): string[] {
  const elements = dialog.elements ?? [];
  const names = elements.map((element) => element.name);
  return [
    ...tooLong('title', dialog.title, limits.title),
    ...when(dialog.title === '', 'the title is empty'),
    ...when(new Set(names).size < names.length, 'two elements have the same name'),
    ...elements.flatMap((element) =>
      elementProblems(element).map((problem) => `element "${element.name}": ${problem}`),
    ),
  ];
}

function elementProblems(element: DialogElement): string[] {
  const { display_name: label, name, help_text: help, min_length: min, max_length: max } = element;
  return [
    ...when(label === '', 'display_name is empty'),
    ...when(name === '', 'name is empty'),
    ...tooLong('display_name', label, limits.displayName),
    ...tooLong('name', name, limits.name),
    ...tooLong('help_text', help, limits.help),
    ...when(min < 0 || (max > 0 && min > max), 'min_length and max_length do not fit'),
    ...typeProblems(element),
  ];
}

function typeProblems(element: DialogElement): string[] {
  const { default: value, data_source: source } = element;
  const length = (limit: number) => [
    ...tooLong('default', value, limit),
    ...tooLong('placeholder', element.placeholder, limit),
  ];
  switch (element.type) {
    case 'text':
      return [...length(limits.text), ...subtypeProblem(element)];
    case 'textarea':
      return [...length(limits.long), ...subtypeProblem(element)];
    case 'bool':
      return [
        ...length(limits.text),
        ...when(!['', 'true', 'false'].includes(value), 'default is neither true nor false'),
      ];
    case 'radio':
      return unknownDefault(element);
    case 'select':
      if (source === '') return [...length(limits.long), ...unknownDefault(element)];
      return [...length(limits.long), ...when(!['users', 'channels'].includes(source), 'data_source is unknown')];
    default:
      return [`type "${element.type}" is unknown`];
  }
}

function unknownDefault({ default: value, options }: DialogElement): string[] {
  const known = value === '' || options?.some((option) => option.value === value) === true;
  return [...when(!known, 'default is none of the options'), ...when(!options?.length, 'there are no options')];
}

const subtypeProblem = ({ subtype }: DialogElement) => when(!subtypes.includes(subtype), 'subtype is unknown');

const tooLong = (what: string, text: string, limit: number) =>
  when(text.length > limit, `${what} is longer than ${limit} characters`);

const when = (wrong: boolean, problem: string): string[] => (wrong ? [problem] : []);
