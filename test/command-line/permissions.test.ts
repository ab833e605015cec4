import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { mayUse, type Permission } from '../../src/command-line/permission.ts';
import { ForgedTicketError } from '../../src/command-line/redeem-ticket.ts';
import { openTypist } from '../commands/typist.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { minutes } from '../support/fake-clock.ts';

const administrator = { mayInvite: true, isMember: true };
const member = { mayInvite: false, isMember: true };
const stranger = { mayInvite: false, isMember: false };
const closed = { approvalChannel: undefined };
const open = { approvalChannel: 'hr' };

/** Every button and every form that there is. */
const steps = commands.flatMap(({ verb, actions = {}, forms = {} }) => [
  ...Object.keys(actions).map((name) => ({ verb, name, isForm: false })),
  ...Object.keys(forms).map((name) => ({ verb, name, isForm: true })),
]);

describe('who may use a verb', () => {
  test.each<[Permission, boolean, boolean, boolean, boolean]>([
    ['everyone', true, true, true, true],
    ['requester', true, true, false, false],
    ['administrator', true, false, false, false],
  ])(
    '%s: an administrator, a member where asking is set up, one where it is not, and a stranger',
    (permission, ...may) => {
      expect([
        mayUse(permission, administrator, closed),
        mayUse(permission, member, open),
        mayUse(permission, member, closed),
        mayUse(permission, stranger, open),
      ]).toEqual(may);
    },
  );

  test('is nobody when nobody has decided it', () => {
    for (const permission of [undefined, '', 'constructor', '__proto__', 'Everyone']) {
      expect(mayUse(permission as Permission, administrator, open)).toBe(false);
    }
  });

  test('is decided for each verb, and for everybody only in the help', () => {
    const known: readonly string[] = ['administrator', 'requester', 'everyone'] satisfies Permission[];
    expect(commands.filter(({ permission }) => !known.includes(permission))).toEqual([]);
    expect(commands.filter(({ permission }) => permission === 'everyone').map(({ verb }) => verb)).toEqual(['help']);
  });
});

describe('a button and a form ask for the right of their verb anew', () => {
  const ticketFor = async (verb: string, action: string, userId: string) => {
    const typist = await openTypist();
    const { tickets, clock } = typist.world.deps;
    const subject = await typist.world.invite();
    const expiresAt = clock.now() + minutes(1);
    const ticket = tickets.issue({ teamId: 'team', verb, action, subject, userId, expiresAt });
    return { ...typist, ticket };
  };

  test.each(steps)('$verb $name, in the hands of a member', async ({ verb, name, isForm }) => {
    const { world, send, press, ticket } = await ticketFor(verb, name, 'pat');
    const before = everythingStored(world.store.path);
    const answer = isForm ? await send({}, { ticket, userId: 'pat' }) : await press('', { ticket, userId: 'pat' });
    expect(JSON.stringify(answer)).toContain('Only kChat administrators');
    expect(everythingStored(world.store.path)).toEqual(before);
    expect(world.provisioning.faults.calls).toEqual([]);
  });

  test.each(steps)('$verb $name, in the hands of an administrator until a moment ago', async (step) => {
    const { world, type, send, press, ticket } = await ticketFor(step.verb, step.name, 'anna');
    // Known as an administrator: commands may rely on that for a minute.
    expect(await type('help')).toContain('/kinvite');
    Object.assign(world.chat.users.find(({ id }) => id === 'anna') ?? {}, { isSystemAdmin: false });
    const answer = step.isForm ? await send({}, { ticket }) : await press('', { ticket });
    expect(JSON.stringify(answer)).toContain('Only kChat administrators');
    expect(await type('list')).toContain('Only kChat administrators');
  });

  test.each([
    ['invite', 'nonsense'],
    ['resend', 'form'],
    ['nonsense', 'form'],
  ])('%s %s, which does not exist', async (verb, action) => {
    const { send, press, ticket } = await ticketFor(verb, action, 'anna');
    await expect(send({}, { ticket })).rejects.toThrow(ForgedTicketError);
    await expect(press('', { ticket })).rejects.toThrow(ForgedTicketError);
  });
});
