import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const scenarios = [
  { name: 'a seat is free', seatsLeft: 1, state: 'pending', calls: 4 },
  { name: 'no seat is left', seatsLeft: 0, state: 'failed', calls: 6 },
] as const;

const errors = {
  'a time-out': silence('timeout'),
  'an unreadable answer': silence('unreadable_answer'),
  'a 502': refusal(502),
};

const failures = Object.keys(errors).flatMap((error) =>
  (['before', 'after'] as const).map((moment) => ({ error: error as keyof typeof errors, moment })),
);

const cases = scenarios.flatMap(({ calls, ...scenario }) =>
  Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
    failures.map((failure) => ({ ...scenario, call, ...failure })),
  ),
);

async function openScene(seatsLeft: number): Promise<FakeWorld> {
  const world = await openWorld();
  world.provisioning.workTeams.push({ id: 7, name: 'Sales' });
  world.provisioning.seatsLeft = seatsLeft;
  return world;
}

/** Exactly one invitation with its seat, or none; never was there a second one. */
function expectAtProvider(world: FakeWorld, state: string): void {
  expect(world.provisioning.invitations).toHaveLength(1);
  expect(world.provisioning.pendingOf(jane.email)).toMatchObject(state === 'pending' ? [{ hasKsuite: true }] : []);
}

describe('provisioning when a call fails', () => {
  it.for(cases)('$name: $error $moment the work of call $call', async ({ seatsLeft, state, call, error, moment }) => {
    const world = await openScene(seatsLeft);
    world.provisioning.faults.plan({ at: call, moment, error: errors[error] });
    const id = await world.invited({ workTeams: ['Sales'] });
    expect(await world.invitation(id)).toMatchObject({ state });
    expectAtProvider(world, state);
  });
});

describe('provisioning when the process dies in a call', () => {
  const deaths = scenarios.flatMap(({ calls, ...scenario }) =>
    Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
      (['before', 'after'] as const).map((moment) => ({ ...scenario, call, moment })),
    ),
  );

  it.for(deaths)('$name: death $moment the work of call $call', async ({ seatsLeft, state, call, moment }) => {
    const world = await openScene(seatsLeft);
    world.provisioning.faults.plan({ at: call, moment });
    const id = await world.invite({ workTeams: ['Sales'] });
    await world.dieAndRestart();
    await world.untilQuiet();
    expect(await world.invitation(id)).toMatchObject({ state });
    expectAtProvider(world, state);
  });
});

it('whatever goes wrong and however often, nobody is invited twice', async () => {
  const trouble = fc.record({
    at: fc.integer({ min: 1, max: 16 }),
    moment: fc.constantFrom('before' as const, 'after' as const),
    error: fc.constantFrom(...Object.values(errors), refusal(429), silence('connection_failed')),
  });
  const property = fc.asyncProperty(
    fc.array(trouble, { maxLength: 8 }),
    fc.constantFrom(...scenarios),
    async (faults, { seatsLeft, state }) => {
      const world = await openScene(seatsLeft);
      // What was refused or never arrived had no effect.
      const isHarmless = (error: Error) => error.message.includes('429') || error.message.includes('connection_failed');
      world.provisioning.faults.plan(
        ...faults.map((fault) => ({ ...fault, moment: isHarmless(fault.error) ? ('before' as const) : fault.moment })),
      );
      const id = await world.invited({ workTeams: ['Sales'] });
      expect(await world.invitation(id)).toMatchObject({ state });
      expectAtProvider(world, state);
    },
  );
  await fc.assert(property, { numRuns: 30, endOnFailure: true });
});
