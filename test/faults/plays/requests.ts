import { expect } from 'vitest';
import { approvalChannel } from '../../../sandbox/demo/approval-channel.ts';
import type { HttpWorld } from '../http-world.ts';
import { insist } from '../insist.ts';

/** A member asks and is granted it; a form is filled in; somebody is welcomed once more. */
export async function playRequests(world: HttpWorld): Promise<void> {
  const { actors, sandbox } = world;
  const token = sandbox.tokens.member;

  const eve = 'eve.neu@acme.ch';
  await insist(world, `/kinvite ${eve} Eve Neu`, /Administratoren gebeten/, { token });
  await world.quiet();
  const cards = () => actors.cardsIn(approvalChannel).filter(({ message }) => message.includes(eve));
  expect(cards()).toHaveLength(1);
  await world.until('the approval', async () => {
    const [card] = cards();
    if (card) await actors.press(card.id, 'Approve').catch(() => undefined);
    return actors.invitationsOf(eve).length > 0;
  });
  await world.quiet();
  expect(actors.invitationsOf(eve)).toMatchObject([{ status: 'pending', ksuite: {} }]);

  await insist(world, '/kinvite', /The form is open/);
  const max = { email: 'max.form@acme.ch', first_name: 'Max', last_name: 'Form', role: 'normal', locale: 'en_GB' };
  await world.until('the invitation by form', async () => {
    await actors.sendForm({ ...max, strict: 'true' }).catch(() => undefined);
    return actors.invitationsOf(max.email).length > 0;
  });
  await world.quiet();
  expect(actors.invitationsOf(max.email)).toMatchObject([{ status: 'pending', ksuite: {} }]);

  const olivia = actors.person('olivia.roth').id;
  await insist(world, '/kinvite welcome send @olivia.roth', /once more/);
  await world.quiet();
  await insist(world, '/kinvite welcome send max.muster@acme.ch', /once more/);
  await world.quiet();
  expect(actors.messagesTo(olivia)).toHaveLength(1);
  expect(actors.messagesTo(actors.person('max.muster').id).filter((text) => text.includes('Max'))).toHaveLength(1);
}
