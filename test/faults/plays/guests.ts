import { expect } from 'vitest';
import type { HttpWorld } from '../http-world.ts';
import { insist } from '../insist.ts';

const isInvited = /is invited as a guest|I am inviting/;

/** A guest is invited and comes; another is not invited any more. */
export async function playGuests(world: HttpWorld): Promise<void> {
  const { actors, sandbox } = world;
  const { guestInvitations } = sandbox.world.kchat;
  const statesOf = (email: string) => guestInvitations.filter((one) => one.email === email).map(({ status }) => status);
  const patId = actors.person('pat.keller').id;
  const told = () => actors.messagesTo(patId).filter((text) => /gus@.*has accepted your invitation/.test(text));

  const gus = 'gus@other.test';
  await insist(world, `/kinvite guest ${gus} ~marketing`, isInvited);
  await world.quiet();
  expect(statesOf(gus)).toEqual(['pending']);
  const id = await actors.accept(await actors.mailTo(gus), { first_name: 'Gus', last_name: 'Guest' });
  await world.until('the message about the guest’s arrival', () => told().length > 0);
  await world.quiet();
  expect(actors.messagesTo(id)).toHaveLength(1);
  expect(told()).toHaveLength(1);

  const ida = 'ida@other.test';
  await insist(world, `/kinvite guest ${ida} ~marketing`, isInvited);
  await world.quiet();
  await insist(world, `/kinvite revoke ${ida}`, /is revoked|I am revoking/);
  await world.quiet();
  expect(statesOf(ida)).toEqual(['cancelled']);
}
