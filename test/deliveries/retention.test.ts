import { describe, expect, it } from 'vitest';
import { days } from '../support/fake-clock.ts';
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
        const origin = { inviterId: 'pat', inviterName: 'Pat', parentId: undefined, note: undefined };
        await invitations.insert({ ...row, ...rest, ...origin, channels: [], workTeams: [], requestedAt: clock.now() });
        await invitations.transition(teamId, row.id, ['requested'], 'failed');
      }
    });
    await live(world, 2);
    expect(await store.retention.endedBefore(teamId, clock.now(), 300)).toEqual([]);
    expect(await store.invitations.count(teamId, 'failed')).toBe(250);
  });
});
