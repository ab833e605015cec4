import type { World } from '../world.ts';
import type { Person } from './documents.ts';

export interface NewPerson {
  /** Infomaniak's integer id. */
  userId: number;
  firstName: string;
  lastName: string;
  email: string;
  locale: string;
  username?: string;
  roles?: string;
  isBot?: boolean;
  botDescription?: string;
}

/** Adds an account to the server; it is in no team yet. */
export function addPerson(world: World, person: NewPerson): Person {
  const at = world.now();
  const document: Person = {
    id: world.kchat.flavor.ids.newId(),
    user_id: person.userId,
    create_at: at,
    update_at: at,
    delete_at: 0,
    username: person.username ?? freeUsername(world, person.firstName, person.lastName),
    first_name: person.firstName,
    last_name: person.lastName,
    nickname: '',
    position: '',
    email: person.email.toLowerCase(),
    email_verified: true,
    roles: person.roles ?? 'system_user',
    locale: person.locale,
    is_bot: person.isBot ?? false,
    bot_description: person.botDescription ?? '',
    timezone: { useAutomaticTimezone: 'true', automaticTimezone: 'Europe/Zurich', manualTimezone: '' },
  };
  world.kchat.people.set(document.id, document);
  world.happenings.notify({ kind: 'account created', person: document });
  return document;
}

export function personByUsername(world: World, username: string): Person | undefined {
  return [...world.kchat.people.values()].find((person) => person.username === username.toLowerCase());
}

export function personByEmail(world: World, email: string): Person | undefined {
  return [...world.kchat.people.values()].find((person) => person.email === email.toLowerCase());
}

/** First and last name as one user name of at most 22 characters, numbered when it is taken. */
function freeUsername(world: World, firstName: string, lastName: string): string {
  const plain = `${firstName}.${lastName}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]/g, '')
    .replace(/^[^a-z]+|\.+$/g, '');
  const base = (plain.length < 3 ? 'newcomer' : plain).slice(0, 18).replace(/\.+$/, '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!personByUsername(world, name)) return name;
  }
}
