import type { z } from 'zod';
import type { Answer } from '../../http/answer.ts';
import type { FieldProblem } from '../../http/field-problems.ts';
import type { Person, Team } from '../documents.ts';
import type { ChatRefusal } from '../refusal.ts';

/** The two servers that the chat emulator can be. */
export const flavorNames = ['kchat', 'mattermost'] as const;

export type FlavorName = (typeof flavorNames)[number];

/** All that the two servers do differently. Routes ask it instead of asking which server they are. */
export interface Flavor {
  name: FlavorName;
  realtime: 'pusher' | 'websocket';
  ids: Ids;
  errors: ErrorStyle;
  /** Fields that its calls take beyond those that both servers take. */
  alsoTakes: Record<'command' | 'post' | 'postPatch' | 'channelMember', Readonly<Record<string, z.ZodType>>>;
  /** Triggers that the server answers itself and gives to nobody else. */
  builtInTriggers: ReadonlySet<string>;
  /** The flat map of `GET /config/client?format=old`. */
  clientConfig: (origin: string) => Record<string, string>;

  person: (person: Person) => unknown;
  /** Somebody's own account, with the team they are in. */
  me: (person: Person, teamId: string | undefined) => unknown;
  team: (team: Team) => unknown;

  isPendingPostId: (author: Person, id: string) => boolean;
  /** Whether a post may have this prop. */
  takesProp: (name: string) => boolean;
  takesEmptyPosts: boolean;
  /** Whether guests can be invited to single channels. */
  hasGuests: boolean;
  /** Milliseconds in which a new direct channel still refuses posts with 403. */
  directChannelDelay: number;
  /** Whether the post about somebody who was added to the team names who did it. */
  saysWhoAddedToTeam: boolean;
  /** Whether somebody can be removed from the team by a call. */
  removesFromTeam: boolean;
}

export interface Ids {
  /** Of people, teams, channels, commands. */
  newId: () => string;
  /** @param now milliseconds */
  newPostId: (now: number) => string;
  newToken: () => string;
  /** Whether the router takes this part of a path for an id at all. */
  isId: (text: string) => boolean;
}

export interface ErrorStyle {
  refused: (refusal: ChatRefusal, english: boolean) => Answer;
  invalid: (problems: readonly FieldProblem[], english: boolean) => Answer;
  unknownRoute: (path: string) => Answer;
  wrongMethod: (method: string, path: string) => Answer;
  /** The body of an error that is the server's own fault. */
  broken: (status: number) => unknown;
}
