import { randomBytes } from 'node:crypto';
import type { World } from '../world.ts';
import { addBot } from './bot-routes.ts';
import type { Person } from './documents.ts';
import type { Flavor } from './flavor/flavor.ts';
import { defaultChannels, enterSilently, teamMembership } from './joining.ts';
import { newChannel } from './new-channel.ts';
import { addPerson } from './people.ts';
import type { KchatState } from './state.ts';

export interface FirstPeople {
  /** kChat administrator; in the organization a simple user. */
  pat: Person;
  max: Person;
  /** Organization administrator, but not a kChat administrator. */
  olivia: Person;
}

interface EmptyKchat {
  /** Of the team, as in addresses. */
  name: string;
  accountId: number;
  now: number;
  refusesProps: boolean;
}

/** A chat with a team and nobody in it. */
export function emptyKchat(flavor: Flavor, { name, accountId, now, refusesProps }: EmptyKchat): KchatState {
  return {
    flavor,
    team: {
      id: flavor.ids.newId(),
      name,
      display_name: name.replace(/^./, (first) => first.toUpperCase()),
      description: '',
      type: 'I',
      email: 'office@acme.ch',
      allow_open_invite: false,
      create_at: now,
      update_at: now,
      delete_at: 0,
      account_id: accountId,
      product_id: 77_001,
      pack_name: 'ksuite_pro',
    },
    people: new Map(),
    teamMembers: new Map(),
    channels: new Map(),
    channelMembers: [],
    posts: [],
    pendingPosts: new Map(),
    commands: new Map(),
    bots: new Map(),
    tokens: new Map(),
    ephemerals: [],
    responseHooks: new Map(),
    dialogs: [],
    files: new Map(),
    guestInvitations: [],
    secret: randomBytes(32),
    refusesProps,
  };
}

/** Fills the team: five people, the platform's assistant, four channels. */
export function settle(world: World): FirstPeople {
  const human = (userId: number, firstName: string, lastName: string, locale: string, roles = 'system_user') => {
    const email = `${firstName}.${lastName}@acme.ch`;
    return addPerson(world, { userId, firstName, lastName, email, locale, roles });
  };
  const pat = human(1001, 'Pat', 'Keller', 'en', 'system_user system_admin');
  const max = human(1002, 'Max', 'Muster', 'de');
  const olivia = human(1003, 'Olivia', 'Roth', 'fr');
  const guest = human(1004, 'Gina', 'Ospite', 'it', 'system_guest');
  const former = human(1005, 'Dora', 'Weber', 'de');
  former.delete_at = world.now();
  addBot(world, pat.id, { username: 'euria', display_name: 'Euria' });

  const everybody = [pat, max, olivia, former];
  for (const person of [...everybody, guest]) {
    world.kchat.teamMembers.set(person.id, teamMembership(world, person, person === pat));
  }
  const channel = (name: string, displayName: string, type: 'O' | 'P', members: Person[], purpose: string) => {
    const created = newChannel(world, { name, displayName, type, creatorId: pat.id, purpose });
    for (const person of members) enterSilently(world, created, person);
  };
  channel('town-square', 'General', 'O', everybody, 'What concerns everybody');
  channel('off-topic', 'Off-Topic', 'O', everybody, 'Coffee, weekends and everything else');
  channel('marketing', 'Marketing', 'O', [pat, max, guest], 'Campaigns and the web site');
  channel('board', 'Board', 'P', [pat], 'Confidential');
  return { pat, max, olivia };
}

export interface CrowdMember {
  userId: number;
  firstName: string;
  lastName: string;
  email: string;
}

/** Members who have been there for long, for tests with many people. */
export function crowdOf(count: number): CrowdMember[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return { userId: 2001 + index, firstName: 'Member', lastName: number, email: `member${number}@acme.ch` };
  });
}

export function settleCrowd(world: World, crowd: readonly CrowdMember[]): void {
  const rooms = [...world.kchat.channels.values()].filter(({ name }) => defaultChannels.includes(name));
  for (const one of crowd) {
    const person = addPerson(world, { ...one, locale: 'fr' });
    world.kchat.teamMembers.set(person.id, teamMembership(world, person));
    for (const room of rooms) enterSilently(world, room, person);
  }
}

/** A session of a person, as signing in would give one. */
export function newSession(world: World, person: Person): string {
  const token = world.kchat.flavor.ids.newToken();
  world.kchat.tokens.set(token, person.id);
  return token;
}
