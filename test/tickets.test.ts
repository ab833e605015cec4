import { expect, test } from 'vitest';
import { createTickets } from '../src/tickets.ts';

const old = Buffer.alloc(32, 1);
const newest = Buffer.alloc(32, 2);
const ticket = {
  teamId: 'team',
  verb: 'revoke',
  action: 'ask',
  subject: 'invitation',
  userId: 'anna',
  expiresAt: 1_000,
};

test('a ticket tells what it was issued for, and no two are the same', () => {
  const tickets = createTickets([old]);
  const [first, second] = [tickets.issue(ticket), tickets.issue(ticket)];
  expect(tickets.read(first)).toEqual({ ...ticket, id: expect.any(String) as string });
  expect(tickets.read(first)?.id).not.toBe(tickets.read(second)?.id);
});

test('a ticket that is for everybody whom the verb permits names nobody', () => {
  const tickets = createTickets([old]);
  expect(tickets.read(tickets.issue({ ...ticket, userId: undefined }))).toMatchObject({ userId: undefined });
});

test('behind a new key, tickets signed with the old one are still read, and new ones are signed with the new', () => {
  const rotated = createTickets([newest, old]);
  expect(rotated.read(createTickets([old]).issue(ticket))).toMatchObject(ticket);
  expect(createTickets([newest]).read(rotated.issue(ticket))).toMatchObject(ticket);
  expect(createTickets([old]).read(rotated.issue(ticket))).toBeUndefined();
});

test('a ticket changed in any character is not ours', () => {
  const tickets = createTickets([newest, old]);
  const issued = tickets.issue(ticket);
  for (let at = 0; at < issued.length; at += 1) {
    const changed = `${issued.slice(0, at)}${issued[at] === 'A' ? 'B' : 'A'}${issued.slice(at + 1)}`;
    // The last character of a signature has bits that mean nothing in base64; as text it differs all the same.
    expect(tickets.read(changed)).toBeUndefined();
  }
});

test.each(['', '.', '..', 'a.b', 'null.', '💥.💥'])('what was never issued is not ours: %j', (text) => {
  expect(createTickets([old]).read(text)).toBeUndefined();
});
