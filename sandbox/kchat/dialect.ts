import { randomUUID } from 'node:crypto';
import { json, Refusal, type Answer } from '../http/answer.ts';
import type { Rule } from '../http/field-problems.ts';
import type { Dialect } from '../http/service.ts';
import type { World } from '../world.ts';
import type { Person } from './documents.ts';

/** A sentence in the two languages the emulator speaks; French is what kChat answers unless asked otherwise. */
export interface Sentence {
  en: string;
  fr: string;
}

/** kChat: error bodies usually carry neither `id` nor `status_code`; reference/kchat.md section 5. */
export const refusal = (status: number, sentence: Sentence): Refusal =>
  new Refusal((english) => json({ message: english ? sentence.en : sentence.fr }, status));

export const forbidden = (): Refusal =>
  refusal(403, {
    en: 'You do not have the appropriate permissions.',
    fr: 'Vous ne disposez pas des autorisations appropriées.',
  });

export const notFound = (): Refusal => refusal(404, { en: 'Not found.', fr: 'Introuvable.' });

/** A field that is well-formed but not acceptable, in the shape of a failed validation. */
export const invalidField = (field: string, sentence: Sentence, status = 422): Refusal =>
  new Refusal((english) => validationAnswer(status, { [field]: [english ? sentence.en : sentence.fr] }));

export function kchatDialect(world: World): Dialect<Person> {
  return {
    service: 'kchat',
    authenticate: (token) => {
      const person = world.kchat.people.get(world.kchat.tokens.get(token ?? '') ?? '');
      if (!person || person.delete_at > 0) throw refusal(401, { en: 'Unauthorized', fr: 'Unauthorized' });
      return person;
    },
    nameOf: (person) => person.username,
    invalid: (problems, english) =>
      validationAnswer(
        422,
        Object.fromEntries(
          problems.map(({ field, rule }) => [field, [english ? inEnglish(field, rule) : inFrench(field, rule)]]),
        ),
      ),
    unknownRoute: (path) => json({ message: `The route ${path.slice(1)} could not be found.` }, 404),
    wrongMethod: (method, path) =>
      json({ message: `The ${method} method is not supported for route ${path.slice(1)}.` }, 405),
    errorBody: () => ({ message: 'Server Error' }),
  };
}

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
