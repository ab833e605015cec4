import { describe, expect, it } from 'vitest';
import { hitOf, infomaniakCalls, kchatCalls } from './calls.ts';
import { faults } from './faults.ts';
import { openHttpWorld } from './http-world.ts';
import { playFiles, prepareFiles } from './plays/files.ts';
import { playGuests } from './plays/guests.ts';
import { playLateAnswer } from './plays/late-answer.ts';
import { playMembers } from './plays/members.ts';
import { playRequests } from './plays/requests.ts';
import { unlisted } from './unlisted.ts';

describe('every call to kChat and to Infomaniak fails once', () => {
  it.for(Object.entries(faults))('by %s: every effect is there once, or people are told', async ([, fault]) => {
    const world = await openHttpWorld();
    const { sandbox, log } = world;
    await prepareFiles(world);
    for (const call of [...kchatCalls, ...infomaniakCalls]) sandbox.faults.add({ ...fault, ...hitOf(call), times: 1 });
    await world.until('readiness', async () => (await world.readyz()) === 200);
    for (const play of [playFiles, playMembers, playGuests, playRequests, playLateAnswer]) await play(world, fault);
    expect(sandbox.faults.unused()).toEqual([]);
    expect(unlisted(sandbox.world.requests)).toEqual([]);
    expect(sandbox.world.violations).toEqual([]);
    // A look is not tried again: the next poll is one.
    const givenUp = log.lines.filter(
      ({ level, details }) => level === 'error' && !('kind' in details && details.kind === 'poll'),
    );
    expect(givenUp).toEqual([]);
  });
});
