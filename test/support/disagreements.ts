import { openBeside } from '../../src/database.ts';
import type { Invitation } from '../../src/ports/invitation-store.ts';
import type { Actors } from './actors.ts';
import { announcedIn } from './announced-in.ts';
import { askStore } from './ask-store.ts';
import { isEffect } from './effects.ts';
import type { Stage } from './stage.ts';

export interface Happened {
  /** Everybody who was invited, as users and by Pat, with and without a channel to join. */
  invited: readonly string[];
  /** Those of them who were part of an import: what became of them is told for all together, some time later. */
  imported: readonly string[];
  /** Those who join ~marketing when they come. */
  placed: readonly string[];
  /** Who has come: their ids in kChat by their address. */
  newcomers: ReadonlyMap<string, string>;
}

/**
 * Where the provider, kChat and the database don't agree about who was invited and who came, or an effect was seen
 * never or twice. For a program that has ended, once nothing was owed any more.
 * @returns one sentence for each; none is what is hoped for.
 */
export async function disagreements(stage: Stage, actors: Actors, happened: Happened): Promise<string[]> {
  return [
    ...atProvider(stage, actors, happened),
    ...inKchat(actors, happened),
    ...(await inDatabase(stage, actors, happened)),
  ];
}

/**
 * Effects that are due, or were begun before; looks at the world are none. The program may be running. An attempt that
 * waits for something else, such as a channel to be joined, does not count as one: only its beginning is left of it.
 */
export function owedEffects({ environment }: Stage): number {
  const due = `state = 'ready' and ${isEffect} and (first_attempt_at is not null or run_at <= ${Date.now()})`;
  return Number(askStore(environment.DATABASE_URL ?? '', `select count(*) from delivery where ${due}`)[0]);
}

/** Those of an import whose arrival waits to be told with that of others, by a delivery that is owed. */
function arrivalsToTell({ environment }: Stage): string[] {
  return askStore(
    environment.DATABASE_URL ?? '',
    `select invitation.email from import_news join invitation on invitation.id = import_news.invitation_id
     where import_news.message = 'arrived' and exists (
       select 1 from delivery where state = 'ready' and dedupe_key like 'import_news:' || import_news.import_id || ':arrived:%'
     )`,
  );
}

function atProvider({ sandbox }: Stage, actors: Actors, { invited }: Happened): string[] {
  const wrong = invited.flatMap((email) => [
    ...unless(actors.invitationsOf(email).length, 1, `invitations of ${email} at the provider`),
    ...unless(actors.invitationsOf(email).filter(({ ksuite }) => ksuite).length, 1, `seats of ${email}`),
    ...unless(sandbox.world.mails.filter(({ to }) => to === email).length, 1, `mails to ${email}`),
  ]);
  return [...wrong, ...unless(sandbox.world.mails.length, invited.length, 'mails in all')];
}

function inKchat(actors: Actors, { invited, imported, placed, newcomers }: Happened): string[] {
  const patId = actors.person('pat.keller').id;
  const toPat = actors.messagesTo(patId);
  const cards = actors.cardsTo(patId);
  const marketing = actors.membersOf('marketing');
  return [
    ...[...newcomers].flatMap(([email, id]) => [
      ...unless(actors.messagesTo(id).length, 1, `welcomes to ${email}`),
      ...unless(
        toPat.filter((text) => tellsOfArrival(text, email)).length,
        imported.includes(email) ? 0 : 1,
        `messages about the arrival of ${email}`,
      ),
      ...unless(marketing.filter((one) => one === id).length, placed.includes(email) ? 1 : 0, `places of ${email}`),
    ]),
    ...invited
      .filter((email) => cards.filter(({ message }) => message.includes(email)).length > 1)
      .map((email) => `more than one card of ${email}`),
    ...unless(announcedIn(actors.noticesIn('town-square')), newcomers.size, 'people announced'),
  ];
}

async function inDatabase(stage: Stage, actors: Actors, happened: Happened): Promise<string[]> {
  const { invited, imported, newcomers } = happened;
  const store = await openBeside({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' });
  const { teamId } = stage.sandbox;
  const all = await store.invitations.page(teamId, { state: undefined, limit: invited.length + 1_000, offset: 0 });
  const wrong = unless(all.length, invited.length, 'invitations in the database');
  const gathered = arrivalsToTell(stage);
  for (const invitation of all) {
    const kinds = (await store.invitations.events(teamId, invitation.id)).map(({ kind }) => kind);
    const isHere = newcomers.has(invitation.email);
    wrong.push(...ofInvitation(invitation, isHere ? 'arrived' : actors.invitationsOf(invitation.email)[0]?.status));
    const isImported = imported.includes(invitation.email);
    const isGathered = gathered.filter((email) => email === invitation.email).length;
    wrong.push(...unless(isGathered, isHere && isImported ? 1 : 0, `arrivals of ${invitation.email} to be told`));
    for (const kind of isHere ? eventsOfArrival : (['requested'] as const)) {
      const expected = kind === 'inviter_told' && isImported ? 0 : 1;
      wrong.push(
        ...unless(kinds.filter((one) => one === kind).length, expected, `events ${kind} of ${invitation.email}`),
      );
    }
    wrong.push(
      ...unless(kinds.filter((one) => one === 'delivery_failed').length, 0, `failures of ${invitation.email}`),
    );
  }
  await store.close();
  return wrong;
}

const eventsOfArrival = ['requested', 'accepted', 'arrived', 'welcomed', 'announced', 'inviter_told'] as const;

function ofInvitation({ email, state }: Invitation, expected: string | undefined): string[] {
  return state === expected ? [] : [`${email} is ${state} in the database, and really ${expected ?? 'not invited'}`];
}

function tellsOfArrival(text: string, email: string): boolean {
  return text.includes('has accepted your invitation') && text.includes(email);
}

function unless(count: number, expected: number, what: string): string[] {
  return count === expected ? [] : [`${count} ${what} instead of ${expected}`];
}
