import { describe, expect, test } from 'vitest';
import { silence } from '../support/fake-faults.ts';
import { openTypist } from './typist.ts';

describe('an invitation', () => {
  test('is made, and the reply tells so and what it costs', async () => {
    const { type, world } = await openTypist();
    const answer = await type('jane@acme.ch Jane Doe');
    expect(answer).toContain('✅ **Jane Doe** (`jane@acme.ch`) is invited as user and counts as one kSuite user');
    expect(answer).toContain('`/kinvite status jane@acme.ch`');
    expect(world.provisioning.pendingOf('jane@acme.ch')).toMatchObject([
      { hasKsuite: true, asked: { firstName: 'Jane', lastName: 'Doe', role: 'normal', strict: true, locale: 'en_GB' } },
    ]);
  });

  test('told in the reply is not told again', async () => {
    const { type, world } = await openTypist();
    await type('jane@acme.ch Jane Doe');
    await world.untilQuiet();
    expect(world.chat.messagesTo('anna')).toEqual([]);
    expect(world.chat.ephemerals).toEqual([]);
  });

  test('of somebody who was invited elsewhere does not pass for one as it was asked for', async () => {
    const { type, world } = await openTypist();
    world.provisioning.addInvitation('jane@acme.ch');
    const answer = await type('jane@acme.ch Jane Doe --role administrator --confirm');
    expect(answer).toContain('was invited elsewhere already, and I follow that invitation.');
    expect(answer).not.toMatch(/administrator|sign in with this address|has mailed/);
    expect(await type('status jane@acme.ch')).not.toContain('signs in with this address');
  });

  test('that the provider is slow about is promised, and its end told later', async () => {
    const { type, world } = await openTypist({}, () => Promise.resolve());
    await expect(type('jane@acme.ch Jane Doe')).resolves.toMatch(/^⏳ I am inviting .* has not answered yet/);
    await world.untilQuiet();
    expect(world.chat.ephemerals.map(({ message }) => message).join()).toContain('is invited as user');
  });

  test('that failed for now says so', async () => {
    const { type, world } = await openTypist();
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence('connection_failed') });
    await expect(type('jane@acme.ch Jane Doe')).resolves.toMatch(/^⏳ .*The last try failed: .*Infomaniak/);
  });

  test('without a free seat is undone and the reply says so', async () => {
    const { type, world } = await openTypist();
    world.provisioning.seatsLeft = 0;
    await expect(type('jane@acme.ch Jane Doe')).resolves.toMatch(
      /❌ .* was \*\*not\*\* invited: no kSuite seat is left/,
    );
    expect(world.provisioning.pendingOf('jane@acme.ch')).toEqual([]);
  });

  test('of an address that is invited already says by whom and sends nothing', async () => {
    const { type, world } = await openTypist();
    await type('jane@acme.ch Jane Doe');
    const again = await type('JANE@acme.ch Janet Doe');
    expect(again).toContain('is invited already: by Anna Meier');
    expect(again).toContain('Nothing new was sent.');
    expect(world.provisioning.invitations).toHaveLength(1);
  });

  test('passes the options on', async () => {
    const { type, world } = await openTypist();
    world.chat.openChannel('ideas', { hasBot: true });
    world.provisioning.workTeams.push({ id: 7, name: 'Care' });
    const answer = await type(
      'Jane Doe <jane@acme.ch> —role administrator —confirm —any-login —lang de —channel ~ideas —team care',
    );
    expect(answer).toContain('as administrator');
    expect(answer).toContain('~ideas');
    expect(world.provisioning.pendingOf('jane@acme.ch')[0]?.asked).toMatchObject({
      role: 'admin',
      strict: false,
      locale: 'de_DE',
      workTeamIds: [7],
    });
  });

  test('may be a legal representative’s where the operator allows it', async () => {
    const { type, world } = await openTypist({ allowLegalRepresentative: true });
    await type('jane@acme.ch Jane Doe --role legal-representative --confirm');
    expect(world.provisioning.pendingOf('jane@acme.ch')[0]?.asked?.role).toBe('owner');
  });

  test('shows a hostile name as it was typed, without a mention or a link', async () => {
    const { type } = await openTypist();
    const answer = await type('jane@acme.ch [Jane](http://evil.test) "<!channel> `@all`"');
    expect(answer).not.toMatch(/@\w(?!cme\.ch)/);
    expect(answer).toContain('\\[Jane\\]\\(http:\u200b//evil.test\\)');
  });
});

describe('an invitation is refused', () => {
  test.each(['administrator', 'legal-representative'])('as %s without --confirm', async (role) => {
    const { type, world } = await openTypist({ allowLegalRepresentative: true });
    await expect(type(`jane@acme.ch Jane Doe --role ${role}`)).resolves.toContain('add `--confirm`');
    await expect(world.store.invitations.count('team', undefined)).resolves.toBe(0);
  });

  test.each(['--confirm', '--dry-run'])('as legal representative unless the operator allows it: %s', async (option) => {
    const { type, world } = await openTypist();
    const answer = await type(`jane@acme.ch Jane Doe --role legal-representative ${option}`);
    expect(answer).toContain('`ALLOW_LEGAL_REPRESENTATIVE`');
    await expect(world.store.invitations.count('team', undefined)).resolves.toBe(0);
  });

  test('for a domain that is not allowed', async () => {
    const { type, world } = await openTypist({ allowedDomains: ['acme.ch'] });
    await expect(type('jane@example.test Jane Doe')).resolves.toContain('Allowed: `acme.ch`');
    await expect(world.store.invitations.count('team', undefined)).resolves.toBe(0);
  });

  test('for a channel that is not there, and for a private one the inviter is not in, alike', async () => {
    const { type, world } = await openTypist();
    world.chat.openChannel('board', { isPrivate: true, hasBot: true });
    for (const name of ['nowhere', 'board']) {
      await expect(type(`jane@acme.ch Jane Doe --channel ${name}`)).resolves.toBe(
        `There is no channel \`~${name}\` that you could add people to. If it is private, add me to it first.`,
      );
    }
  });
});

describe('a dry run', () => {
  const line = 'jane@acme.ch Jane Doe --role administrator --dry-run';

  test('shows what would happen', async () => {
    const { type } = await openTypist();
    const answer = await type(line);
    expect(answer).toContain('Dry run: nothing was sent');
    expect(answer).toContain('| Role | administrator |');
    expect(answer).toContain('counts as one kSuite user');
  });

  test('writes nothing and asks the provider nothing', async () => {
    const { type, world } = await openTypist();
    // What the first poll owes.
    await world.drain();
    const callsBefore = world.provisioning.faults.calls.length;
    await type(line);
    await expect(world.store.invitations.count('team', undefined)).resolves.toBe(0);
    await expect(world.store.deliveries.nextRunAt('team')).resolves.toBeUndefined();
    expect(world.provisioning.faults.calls).toHaveLength(callsBefore);
  });

  test('of an address that is invited already says so', async () => {
    const { type } = await openTypist();
    await type('jane@acme.ch Jane Doe');
    await expect(type(line)).resolves.toContain('is invited already');
  });
});
