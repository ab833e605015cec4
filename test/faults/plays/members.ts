import { expect } from 'vitest';
import { minutes } from '../../support/fake-clock.ts';
import type { HttpWorld } from '../http-world.ts';
import { insist } from '../insist.ts';

const isInvited = /is invited as user|The request is safe/;

/** Somebody is invited to a channel and a work team, and comes; others are invited anew, or not any more. */
export async function playMembers(world: HttpWorld): Promise<void> {
  const { actors, sandbox } = world;
  const patId = actors.person('pat.keller').id;
  const heard = () => [...actors.privateViewOf(patId), ...actors.messagesTo(patId)];
  const told = (part: string, email: string) =>
    heard().filter((text) => text.includes(part) && text.includes(email)).length;
  const mailsTo = (email: string) => sandbox.world.mails.filter(({ to }) => to === email).length;

  const jane = 'jane.doe@acme.ch';
  await insist(world, `/kinvite ${jane} Jane Doe --channel ~marketing --team Support`, isInvited);
  await world.quiet();
  expect(actors.invitationsOf(jane)).toMatchObject([{ status: 'pending', ksuite: {}, team_ids: [302] }]);
  expect([mailsTo(jane), told('is invited as user', jane)]).toEqual([1, 1]);

  await insist(world, `/kinvite link ${jane}`, /The link for/);
  const id = await actors.accept(await actors.mailTo(jane));
  await world.until('the message about her arrival', () => told('has accepted your invitation', jane) > 0);
  await world.quiet();
  expect(actors.messagesTo(id)).toHaveLength(1);
  expect(actors.noticesIn('town-square').filter((text) => text.includes('Jane'))).toHaveLength(1);
  expect(actors.membersOf('marketing').filter((one) => one === id)).toHaveLength(1);
  expect(told('has accepted your invitation', jane)).toBe(1);

  const bob = 'bob.roth@acme.ch';
  await insist(world, `/kinvite ${bob} Bob Roth`, isInvited);
  await world.quiet();
  world.clock.advance(minutes(2));
  await insist(world, `/kinvite resend ${bob}`, /I am renewing|is renewed|The request is safe/);
  await world.quiet();
  expect(actors.invitationsOf(bob).map(({ status }) => status)).toEqual(['cancelled', 'pending']);

  await insist(world, `/kinvite revoke ${bob}`, /is revoked|I am revoking/);
  await world.quiet();
  expect(actors.invitationsOf(bob).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);

  const ada = 'ada.weber@acme.ch';
  await insist(world, `/kinvite ${ada} Ada Weber --any-login`, isInvited);
  await world.quiet();
  await actors.accept(await actors.mailTo(ada), { email: 'ada@home.test' });
  await world.until('the message about her arrival', () => told('has accepted your invitation', ada) > 0);
  await world.quiet();
  expect(told('has accepted your invitation', ada)).toBe(1);
}
