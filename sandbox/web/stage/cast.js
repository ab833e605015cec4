import { fullName } from '../view/names.js';

/** What a role's person is called on the stage. */
const partNames = { admin: 'Administrator', member: 'Member', newcomer: 'Newcomer' };

/**
 * Who can be played: the administrator, a member, the mailbox, then everybody who has arrived, oldest first. `role` is
 * what the address holds.
 */
export function castOf({ people }) {
  const active = people.filter((person) => person.in_team && !person.is_bot && !person.is_deactivated);
  const residents = active.filter((person) => !person.is_newcomer && !person.is_guest);
  const admin = residents.find((person) => person.is_admin);
  const member = residents.find((person) => !person.is_admin && person.token);
  const newcomers = active.filter((person) => person.is_newcomer);
  return [
    { ...actor('admin', admin), role: 'admin', testId: 'role-admin' },
    { ...actor('member', member), role: 'member', testId: 'role-member' },
    { role: 'mailbox', testId: 'role-mailbox', title: 'Mailbox', subtitle: 'Mail of the invited' },
    ...newcomers.map((person) => actor('newcomer', person)),
  ];
}

function actor(part, person) {
  return {
    part,
    person,
    role: person.id,
    testId: `role-${part}-${person.username}`,
    title: person?.is_guest ? 'Guest' : partNames[part],
    subtitle: fullName(person),
  };
}
