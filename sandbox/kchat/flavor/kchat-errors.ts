import { randomUUID } from 'node:crypto';
import { json, type Answer } from '../../http/answer.ts';
import type { Rule } from '../../http/field-problems.ts';
import type { ErrorStyle } from './flavor.ts';

/** kChat: bodies usually carry neither `id` nor `status_code`, and speak French unless asked otherwise; section 5. */
export const kchatErrors: ErrorStyle = {
  refused: ({ status, sentence: { en, fr, id }, field }, english) => {
    const message = english ? en : fr;
    if (field !== undefined) return validationAnswer(status, { [field]: [message] });
    return json({ ...(id !== undefined && { id }), message }, status);
  },
  invalid: (problems, english) => {
    const sentence = english ? inEnglish : inFrench;
    return validationAnswer(
      422,
      Object.fromEntries(problems.map(({ field, rule }) => [field, [sentence(field, rule)]])),
    );
  },
  unknownRoute: (path) => json({ message: `The route ${path.slice(1)} could not be found.` }, 404),
  wrongMethod: (method, path) =>
    json({ message: `The ${method} method is not supported for route ${path.slice(1)}.` }, 405),
  broken: () => ({ message: 'Server Error' }),
};

function validationAnswer(status: number, errors: Record<string, string[]>): Answer {
  const message = Object.values(errors)[0]?.[0] ?? '';
  return json({ message, errors, request_id: randomUUID() }, status);
}

function inEnglish(field: string, rule: Rule): string {
  // Seen word for word on a live server, whatever else is wrong with `props`.
  if (field === 'props') return 'The props must be an array';
  if (rule === 'required') return `The ${field} field is required.`;
  if (rule === 'prohibited') return `The ${field} field is prohibited.`;
  return `The ${field} field is invalid (${rule}).`;
}

function inFrench(field: string, rule: Rule): string {
  if (field === 'props') return 'The props must be an array';
  if (rule === 'required') return `Le champ ${field} est obligatoire.`;
  if (rule === 'prohibited') return `Le champ ${field} est interdit.`;
  return `Le champ ${field} n'est pas valide (${rule}).`;
}
