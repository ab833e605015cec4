import type { World } from '../../world.ts';
import type { Channel, Person } from '../documents.ts';
import { enterSilently, teamMembership } from '../joining.ts';
import { addPerson } from '../people.ts';
import { addPost } from '../posting.ts';
import type { GuestInvitation } from './guest-invitation.ts';

export interface GuestName {
  firstName: string;
  lastName: string;
}

/** The guest registers: an account without a seat, in the team and in the channels of the invitation, and in no other. */
export function admitGuest(world: World, invitation: GuestInvitation, { firstName, lastName }: GuestName): Person {
  const { kchat, provider } = world;
  const { email } = invitation;
  const userId = provider.nextId++;
  const person = addPerson(world, { userId, firstName, lastName, email, locale: 'fr', roles: 'system_guest' });
  kchat.teamMembers.set(person.id, teamMembership(world, person));
  for (const id of invitation.channelIds) {
    const channel = kchat.channels.get(id);
    if (channel) enter(world, channel, person);
  }
  world.happenings.notify({ kind: 'joined team', person });
  world.newcomers.add(person.id);
  Object.assign(invitation, { status: 'accepted', updatedAt: world.now() });
  return person;
}

function enter(world: World, channel: Channel, person: Person): void {
  enterSilently(world, channel, person);
  world.happenings.notify({ kind: 'joined channel', person, channel });
  const message = `${person.username} joined the channel as a guest.`;
  const props = { username: person.username };
  addPost(world, { author: person, channel, type: 'system_guest_join_channel', message, props });
}
