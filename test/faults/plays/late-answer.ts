import { expect } from 'vitest';
import { hitOf, privateAnswers } from '../calls.ts';
import type { Inflicted } from '../faults.ts';
import type { HttpWorld } from '../http-world.ts';
import { insist } from '../insist.ts';

/** Infomaniak takes its time, and the address for late answers works no more: the answer comes by the next way. */
export async function playLateAnswer(world: HttpWorld, fault: Inflicted): Promise<void> {
  const { actors, sandbox } = world;
  const patId = actors.person('pat.keller').id;
  const told = (email: string) =>
    [...actors.privateViewOf(patId), ...actors.messagesTo(patId)].filter(
      (text) => text.includes(email) && text.includes('is invited as user'),
    );

  const late = 'late@acme.ch';
  const byUrl = hitOf(privateAnswers.byUrl);
  const byPost = hitOf(privateAnswers.byPost);
  const creation = hitOf('POST /1/accounts/{}/invitations');
  sandbox.faults.add({ ...creation, mode: 'status', status: 500, when: 'before', times: 1 });
  sandbox.faults.add({ ...fault, ...byUrl, times: 1 });
  await insist(world, `/kinvite ${late} Late Reply`, /The request is safe/);
  await world.quiet();
  // A private answer can't be looked for. Of the answer to this one nothing is read but its status.
  const isDoubtful = fault.when === 'after' && fault.mode !== 'wrong_json';
  expect(told(late)).toHaveLength(isDoubtful ? 2 : 1);

  const later = 'later@acme.ch';
  sandbox.faults.add({ ...creation, mode: 'status', status: 500, when: 'before', times: 1 });
  sandbox.faults.add({ ...byUrl, mode: 'status', status: 404, when: 'before' });
  sandbox.faults.add({ ...fault, ...byPost, times: 1 });
  await insist(world, `/kinvite ${later} Later Reply`, /The request is safe/);
  await world.quiet();
  // A bot may not post privately, so this one came as a direct message, which can be looked for.
  expect(told(later)).toHaveLength(1);
}
