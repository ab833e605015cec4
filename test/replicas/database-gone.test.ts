import { expect, it, onTestFinished } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { startCluster } from '../support/postgres/cluster.ts';
import { findPostgres } from '../support/postgres/find-postgres.ts';
import { createSchema } from '../support/postgres/temporary-schema.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

it('a database that is gone for a while, in the middle of a welcome, loses nothing and doubles nothing', async () => {
  const cluster = await startCluster(findPostgres() ?? '');
  onTestFinished(() => cluster.remove());
  const stage = await openStage({ environment: { DATABASE_URL: await createSchema(cluster.url) } });
  onTestFinished(() => stage.close());
  const { sandbox } = stage;
  const actors = actorsOn(stage);
  await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
  const mail = await actors.mailTo('jane.doe@acme.ch');

  let stopped: Promise<void> | undefined;
  sandbox.observe(async ({ phase, service, method, path }) => {
    if (stopped || phase !== 'after' || service !== 'kchat' || method !== 'POST' || !path.endsWith('/posts')) return;
    if (sandbox.world.kchat.posts.at(-1)?.message.includes('Welcome, Jane') !== true) return;
    stopped = cluster.stop();
    await stopped;
    // As if the restart came after the half minute for which the server drops repeats by itself.
    sandbox.world.kchat.pendingPosts.clear();
  });
  const janeId = await actors.accept(mail);
  await until('the end of the database', () => stopped !== undefined);
  await stopped;
  await until('the log line', () => stage.bot().output().includes('the session with PostgreSQL is lost'));
  expect(await actors.type('/kinvite status jane.doe@acme.ch')).toContain('Something went wrong');

  await cluster.start();
  await until('all effects', async () => {
    const status = await actors.type('/kinvite status jane.doe@acme.ch');
    return ['Welcomed', 'Announced', 'Inviter told: Arrived in kChat'].every((step) => status.includes(step));
  });
  expect(actors.messagesTo(janeId)).toHaveLength(1);
  expect(actors.noticesIn('town-square')).toHaveLength(1);
  const patId = actors.person('pat.keller').id;
  expect(actors.messagesTo(patId).filter((text) => text.includes('has accepted'))).toHaveLength(1);
  expect(stage.bot().child.exitCode).toBeNull();
  const said = stage.bot().output();
  expect(said.match(/the session with PostgreSQL is lost/g)).toHaveLength(1);
  expect(said.match(/the session with PostgreSQL is back/g)).toHaveLength(1);
});
