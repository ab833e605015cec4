import { describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { openTypist } from './typist.ts';

describe('the status', () => {
  test('is a timeline with a time for each step', async () => {
    const { type } = await openTypist();
    await type('jane@acme.ch Jane Doe --lang it');
    const answer = await type('status <JANE@acme.ch>');
    expect(answer).toContain('**Jane Doe** (`jane@acme.ch`): **pending**');
    expect(answer).toContain('Invited by Anna Meier as user · signs in with this address · language it · valid until');
    for (const step of ['Requested', 'Created', 'kSuite seat granted', 'Mailed'])
      expect(answer).toContain(`| 23 Nov 2026, 09:00 UTC | ${step}`);
  });

  test('names the id by which the invitation is found in the log', async () => {
    const { type, world } = await openTypist();
    await type('jane@acme.ch Jane Doe');
    const invitation = await world.store.invitations.latest('team', 'jane@acme.ch');
    expect(await type('status jane@acme.ch')).toContain(`In the log it is \`${invitation?.id ?? '?'}\`.`);
  });
  test.each(['jane@acme.ch', '<jane@acme.ch>', 'mailto:jane@acme.ch', '<mailto:jane@acme.ch>', 'jane@acme.ch,'])(
    'is found by an address as it may be pasted: %s',
    async (address) => {
      const { type } = await openTypist();
      await type('jane@acme.ch Jane Doe');
      for (const verb of ['status', 'audit']) expect(await type(`${verb} ${address}`)).toContain('Created');
    },
  );

  test('of a failure says why', async () => {
    const { type, world } = await openTypist();
    world.provisioning.seatsLeft = 0;
    await type('jane@acme.ch Jane Doe');
    await expect(type('status jane@acme.ch')).resolves.toContain('**failed**: no kSuite seat is left.');
  });

  test('is told in the reader’s language down to each reason', async () => {
    const { type, world } = await openTypist();
    world.chat.join(chatUser('berta', { isSystemAdmin: true, locale: 'fr' }));
    world.provisioning.seatsLeft = 0;
    await type('jane@acme.ch Jane Doe');
    world.provisioning.seatsLeft = 9;
    await type('max@acme.ch Max Frei');
    await world.untilQuiet();
    world.provisioning.end('max@acme.ch', 'rejected');
    await world.poll();
    await world.untilQuiet();
    const failed = await type('status jane@acme.ch', { userId: 'berta' });
    expect(failed).toContain('(`jane@acme.ch`) : **échouée** : il ne reste aucune place kSuite.');
    expect(failed).toContain('| Échouée : il ne reste aucune place kSuite.');
    expect(await type('status max@acme.ch', { userId: 'berta' })).toContain('| Invitant prévenu : Refusée |');
    expect(await type('audit max@acme.ch', { userId: 'berta' })).toContain('| Invitant prévenu : Refusée |');
  });

  test('of a stranger names the line that invites them, with the trigger as it was typed', async () => {
    const { type } = await openTypist();
    await expect(type('status bob@acme.ch', { command: '/onboard' })).resolves.toBe(
      '`bob@acme.ch` was not invited here. To invite: `/onboard bob@acme.ch Jane Doe`',
    );
  });

  test.each(['status', 'status jane@acme.ch bob@acme.ch'])('needs one address: %s', async (line) => {
    const { type } = await openTypist();
    await expect(type(line, { command: '/onboard' })).resolves.toBe(
      'Whose? I need one e-mail address: `/onboard status jane@acme.ch`.',
    );
  });

  test('of what is no address says so', async () => {
    const { type } = await openTypist();
    await expect(type('status jane')).resolves.toContain('`jane` is not an e-mail address');
  });
});
