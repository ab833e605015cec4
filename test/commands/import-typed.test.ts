import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  typist.world.chat.join(chatUser('berta', { isSystemAdmin: true }));
});

/** Anna is offered an import of so many people. */
const offer = async (count: number) => {
  const lines = Array.from({ length: count }, (_, index) => `p${index}@acme.ch Person Nr${index}`);
  await typist.type(`import ${lines.join('\n')}`);
  await typist.world.drain();
};
const card = () => typist.world.chat.cardsTo('anna').at(-1);
const pending = () => typist.world.provisioning.invitations.filter(({ status }) => status === 'pending').length;

describe('an import', () => {
  test('can be confirmed by typing, where there are no buttons', async () => {
    await offer(3);
    expect(card()?.instead).toBe(
      'To invite them, type `/kinvite import confirm`; to leave it, `/kinvite import cancel`.',
    );
    expect(await typist.type('import confirm')).toContain('The import begins');
    await typist.world.untilQuiet();
    expect(pending()).toBe(3);
    expect(card()?.text).toContain('pending: 3');
    expect(await typist.type('import confirm')).toContain('No import of yours waits');
  });

  test('can’t be confirmed by typing once its time is up', async () => {
    await offer(3);
    typist.world.clock.advance(minutes(10));
    expect(await typist.type('import confirm')).toContain('no longer there');
    expect(pending()).toBe(0);
  });

  test('of a colleague is neither confirmed nor cancelled while it is an offer', async () => {
    const berta = { userId: 'berta' };
    await offer(3);
    expect(await typist.type('import confirm', berta)).toContain('No import of yours waits');
    expect(await typist.type('import cancel', berta)).toContain('no import');
    await typist.press('Invite 3');
    await typist.world.untilQuiet();
    expect(pending()).toBe(3);
  });

  test('of a colleague can be cancelled once it runs', async () => {
    await offer(9);
    typist.world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 99 });
    await typist.press('Invite 9');
    await typist.world.drain();
    expect(await typist.type('import cancel', { userId: 'berta' })).toContain('is cancelled');
  });
});
