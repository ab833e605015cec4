import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { startBalancer } from '../support/balancer.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

/** So often somebody types something. */
const paceMs = 100;

it('processes are replaced one by one without a command that fails, and everything is done once', async () => {
  const balancer = await startBalancer();
  const stage = await openStage({ environment: { PUBLIC_URL: balancer.url }, seats: 1_000 });
  onTestFinished(() => stage.close());
  const replicas = [stage, await stage.addReplica()];
  balancer.ports.push(...replicas.map(({ port }) => port));
  const actors = actorsOn(stage);

  const replaced = new AbortController();
  const replies = new Map<string, string>();
  const typing = (async () => {
    while (!replaced.signal.aborted) {
      const email = `jane${replies.size}@acme.ch`;
      replies.set(email, await actors.type(`/kinvite ${email} Jane Doe`));
      await wait(paceMs);
    }
  })();
  for (const replica of replicas) {
    const place = balancer.ports.indexOf(replica.port);
    balancer.ports.splice(place, 1);
    const before = replies.size;
    await until('commands to go to the other one', () => replies.size > before + 1);
    replica.bot().signal('SIGTERM');
    expect(await replica.bot().exited).toBe(0);
    await replica.restart();
    balancer.ports.push(replica.port);
  }
  replaced.abort();
  await typing;

  expect(replies.size).toBeGreaterThan(5);
  const failed = [...replies.values()].filter((reply) => !/is invited as user|I am inviting/.test(reply));
  expect(failed).toEqual([]);
  for (const email of replies.keys()) {
    await until(`the invitation of ${email}`, () => actors.invitationsOf(email)[0]?.ksuite);
    expect(actors.invitationsOf(email)).toHaveLength(1);
  }
});
