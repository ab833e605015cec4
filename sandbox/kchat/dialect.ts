import type { Dialect } from '../http/service.ts';
import type { World } from '../world.ts';
import type { Person } from './documents.ts';
import { ChatRefusal, unauthorized } from './refusal.ts';

/** Whom the emulated chat knows; how it words a "no" is its flavour's business. */
export function kchatDialect(world: World): Dialect<Person> {
  const { errors, ids } = world.kchat.flavor;
  return {
    service: 'kchat',
    authenticate: (token) => {
      const person = personOfToken(world, token);
      if (!person) throw unauthorized();
      return person;
    },
    nameOf: (person) => person.username,
    isPath: (params) => Object.entries(params).every(([name, part]) => !name.endsWith('_id') || isId(part)),
    refused: (error, english) => (error instanceof ChatRefusal ? errors.refused(error, english) : undefined),
    invalid: errors.invalid,
    unknownRoute: errors.unknownRoute,
    wrongMethod: errors.wrongMethod,
    errorBody: errors.broken,
  };

  function isId(part: unknown): boolean {
    return typeof part === 'string' && ids.isId(part);
  }
}

/** The person whose session or bot token this is, unless they were deactivated. */
export function personOfToken(world: World, token: string | undefined): Person | undefined {
  const person = world.kchat.people.get(world.kchat.tokens.get(token ?? '') ?? '');
  return person?.delete_at === 0 ? person : undefined;
}
