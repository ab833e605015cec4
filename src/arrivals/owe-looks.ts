import { deliveryKeys } from '../invitations/delivery-keys.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { NewDelivery } from '../ports/delivery-store.ts';

type Owing = Pick<Dependencies, 'store' | 'clock' | 'settings'>;

/** Ticks of several processes within this time are one tick. */
const tickMs = 1_000;

/** Owes a look at everything: the provider and the roster. */
export async function owePoll({ store, clock, settings: { team } }: Owing): Promise<void> {
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.poll(team.id, Math.floor(runAt / tickMs));
  await owe(store, { teamId: team.id, kind: 'poll', target: team.id, payload: {}, dedupeKey, runAt });
}

/** Owes a look at who is in the team; it costs the provider nothing. */
export async function oweRosterLook({ store, clock, settings: { team } }: Owing): Promise<void> {
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.roster(team.id, runAt);
  await owe(store, { teamId: team.id, kind: 'roster', target: team.id, payload: {}, dedupeKey, runAt });
}

/** Owes a look at one person. */
export async function oweMeeting({ store, clock, settings: { team } }: Owing, userId: string): Promise<void> {
  const runAt = clock.now();
  const dedupeKey = deliveryKeys.meet(team.id, userId, runAt);
  await owe(store, { teamId: team.id, kind: 'meet', target: userId, payload: { userId }, dedupeKey, runAt });
}

/** Owes reading what somebody sent to the bot; noticed again, it is not read again. */
export async function oweFile(
  { store, clock, settings: { team, botUserId } }: Owing,
  { postId, channelId, userId }: { postId: string; channelId: string; userId: string },
): Promise<void> {
  if (userId === botUserId) return;
  const delivery = { teamId: team.id, kind: 'import_file', target: channelId, runAt: clock.now() } as const;
  const payload = { postId, channelId, userId };
  const dedupeKey = deliveryKeys.importFile(postId);
  const isNew = await store.deliveries.enqueue({ ...delivery, payload, dedupeKey });
  if (isNew || (await store.deliveries.byKey(team.id, dedupeKey))) return;
  await store.deliveries.enqueue({ ...delivery, payload, dedupeKey: deliveryKeys.importFileIn(team.id, postId) });
}

/** A look that waits for its turn sees what a second one would see; one that runs may have looked too early. */
async function owe({ deliveries }: Dependencies['store'], look: NewDelivery): Promise<void> {
  if (await deliveries.isWaiting(look.teamId, look.kind, look.target)) return;
  await deliveries.enqueue(look);
}
