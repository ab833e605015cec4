import { describe, expect, it } from 'vitest';
import { sendWelcome } from '../../src/invitations/send-welcome.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

/** Lives on day by day, as long as is said. */
async function live(world: FakeWorld, count: number): Promise<void> {
  for (let day = 0; day < count; day += 1) {
    world.clock.advance(days(1));
    await world.poll();
    await world.untilQuiet();
  }
}

describe('people’s data', () => {
  it('are erased some days after the invitation has ended, and not before', async () => {
    const world = await openWorld({ retentionDays: 30 });
    const id = await world.invited();
    world.provisioning.end(jane.email, 'rejected');
    await live(world, 29);
    expect(await world.invitation(id)).toMatchObject({ state: 'rejected', email: jane.email });
    await live(world, 3);
    expect(await world.invitation(id)).toMatchObject({ state: 'rejected', email: '', firstName: '', lastName: '' });
    expect((await world.timeline(id)).at(-1)).toBe('forgotten');
  });

  it('are kept while the invitation is open', async () => {
    const world = await openWorld({ retentionDays: 1 });
    world.provisioning.lifeMs = days(60);
    const id = await world.invited();
    await live(world, 10);
    expect(await world.invitation(id)).toMatchObject({ state: 'pending', email: jane.email });
  });

  it('are kept while something is owed to the person', async () => {
    const world = await openWorld({ retentionDays: 1 });
    const id = await world.invited();
    world.provisioning.end(jane.email, 'rejected');
    await live(world, 1);
    const { teamId } = await world.invitation(id);
    const owed = { teamId, kind: 'card', target: id, payload: {}, invitationId: id, dedupeKey: 'later' } as const;
    await world.store.deliveries.enqueue({ ...owed, runAt: world.clock.now() + days(5) });
    for (let day = 0; day < 3; day += 1) {
      world.clock.advance(days(1));
      await world.poll();
      await world.drain();
    }
    expect((await world.invitation(id)).email).toBe(jane.email);
    await live(world, 7);
    expect((await world.invitation(id)).email).toBe('');
  });

  it('are kept for good where nothing else is said', async () => {
    const world = await openWorld();
    const id = await world.invited();
    world.provisioning.end(jane.email, 'rejected');
    await world.poll();
    world.clock.advance(days(3_000));
    await world.poll();
    await world.untilQuiet();
    expect((await world.invitation(id)).email).toBe(jane.email);
  });

  it('of many are erased in batches, on one day', async () => {
    const world = await openWorld({ retentionDays: 1 });
    const { store, clock, deps } = world;
    const teamId = deps.settings.team.id;
    await store.transaction(async ({ invitations }) => {
      for (let number = 0; number < 250; number += 1) {
        const row = { id: `old-${number}`, teamId, email: `p${number}@acme.ch`, firstName: 'Pia', lastName: 'Muster' };
        const rest = {
          kind: 'member',
          role: 'normal',
          strict: true,
          locale: 'en_GB',
          channels: [],
          workTeams: [],
        } as const;
        const origin = {
          inviterId: 'pat',
          inviterName: 'Pat',
          parentId: undefined,
          importId: undefined,
          note: undefined,
        };
        await invitations.insert({ ...row, ...rest, ...origin, channels: [], workTeams: [], requestedAt: clock.now() });
        await invitations.transition(teamId, row.id, ['requested'], 'failed');
      }
    });
    await live(world, 2);
    expect(await store.retention.endedBefore(teamId, clock.now(), 300)).toEqual([]);
    expect(await store.invitations.count(teamId, 'failed')).toBe(250);
  });
});

describe('the data of people who came without an invitation', () => {
  const walkIn = async (world: FakeWorld, email: string, firstName: string) => {
    world.chat.join(chatUser(email.split('@')[0] ?? '', { email, firstName }));
    await world.poll();
    await world.untilQuiet();
  };

  it('are erased some days after they came, and not before', async () => {
    const world = await openWorld({ retentionDays: 30 });
    await walkIn(world, 'w1@acme.ch', 'Walter');
    await live(world, 29);
    await walkIn(world, 'w2@acme.ch', 'Wanda');
    expect(everythingStored(world.store.path)).toMatch(/Walter/);
    await live(world, 3);
    expect(everythingStored(world.store.path)).not.toMatch(/Walter/);
    expect(everythingStored(world.store.path)).toMatch(/Wanda/);
  });

  it('are erased from a welcome that was given up, and from the record of acts', async () => {
    const world = await openWorld({ retentionDays: 30, noticeChannels: [] });
    world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: refusal(400, undefined, {}, 'kChat') });
    await walkIn(world, 'w1@acme.ch', 'Walter');
    await sendWelcome(world.deps, 'w1@acme.ch', 'pat');
    await world.untilQuiet();
    expect(everythingStored(world.store.path)).toMatch(/Walter/);
    expect(everythingStored(world.store.path)).toMatch(/w1@acme/);
    await live(world, 32);
    expect(everythingStored(world.store.path)).not.toMatch(/Walter|w1@acme/);
  });

  it('of many are erased in batches, on one day', async () => {
    const world = await openWorld({ retentionDays: 1 });
    const { store, clock, deps } = world;
    const notice = { id: 'n', teamId: deps.settings.team.id, channelName: 'town-square', openedAt: clock.now() };
    await store.notices.insert({ ...notice, postId: 'p', shownArrivals: 250 });
    for (let number = 0; number < 250; number += 1) {
      const arrival = { userId: `u${number}`, name: 'Walter', inviterName: undefined, invitationId: undefined };
      await store.notices.addArrival(notice.teamId, 'n', { ...arrival, arrivedAt: clock.now() });
    }
    await live(world, 2);
    expect(everythingStored(store.path)).not.toMatch(/Walter/);
    expect(await store.notices.arrivals(notice.teamId, 'n')).toHaveLength(250);
  });
});

it('what was recorded about somebody stays as long as one of their invitations does', async () => {
  const world = await openWorld({ retentionDays: 30 });
  const old = await world.invited();
  const at = world.clock.now();
  world.provisioning.end(jane.email, 'rejected');
  await live(world, 25);
  world.provisioning.lifeMs = days(60);
  await world.invited();
  const { teamId } = await world.invitation(old);
  await world.store.audit.add({ teamId, at, actor: 'pat', verb: 'link', email: jane.email });
  await live(world, 10);
  expect((await world.invitation(old)).email).toBe('');
  const acts = await world.store.audit.page(teamId, { email: jane.email, limit: 100, offset: 0 });
  expect(acts.map(({ act }) => act)).toContainEqual({ verb: 'link' });
});
