import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, inject, it, onTestFinished } from 'vitest';
import { hourMs } from '../../src/ports/clock.ts';
import { actorsOn } from '../support/actors.ts';
import { announcedIn } from '../support/announced-in.ts';
import { isEffect } from '../support/effects.ts';
import { startBalancer } from '../support/balancer.ts';
import { startProxy, type Proxy } from '../support/postgres/proxy.ts';
import { createSchema } from '../support/postgres/temporary-schema.ts';
import type { Replica } from '../support/replica.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { chooseSeed, planLives, type Life } from './kill-plan.ts';
import { isLeading } from './said.ts';

/** So many invite at the same time, each so many people, one after the other. */
const typists = 4;
const peopleEach = 6;
/** So that somebody is invited at any time until the last kill. */
const paceMs = 3_000;
/** What a process had begun that was cut off waits until it counts as gone, and a creation nobody confirmed longer still. */
const slowMs = 90_000;

/** A process, and its own way to the database. */
interface Member {
  replica: Replica;
  proxy: Proxy;
}

/** Three processes on one database, behind one address that kChat calls. */
async function openThree() {
  const [url, balancer] = [await createSchema(inject('postgresUrl') ?? ''), await startBalancer()];
  const proxies = [await startProxy(url), await startProxy(url), await startProxy(url)] as const;
  // Only polls find out who has come: whoever doesn't take them over is noticed.
  const environment = {
    PUBLIC_URL: balancer.url,
    KCHAT_REALTIME: 'off',
    DATABASE_URL: proxies[0].url,
  };
  const stage = await openStage({ environment, seats: 1_000 });
  onTestFinished(() => stage.close());
  const members: Member[] = [{ replica: stage, proxy: proxies[0] }];
  for (const proxy of proxies.slice(1)) {
    members.push({ replica: await stage.addReplica({ DATABASE_URL: proxy.url }), proxy });
  }
  balancer.ports.push(...members.map(({ replica }) => replica.port));
  return { stage, members, url };
}

/** Kills a process and starts it again, life after life. */
async function live({ replica }: Member, lives: readonly Life[]): Promise<void> {
  let ready: Promise<unknown> = Promise.resolve();
  for (const { isReady, upMs, downMs } of lives) {
    if (isReady) await ready;
    await wait(upMs);
    await replica.kill();
    await wait(downMs);
    ready = replica.restart().catch(() => undefined);
  }
  await ready;
}

const leaderAmong = (members: readonly Member[]) => members.find(({ replica }) => isLeading(replica.bot()));

it('three processes under random kills, one of them cut off: every effect once, a new leader within 30 s', async () => {
  const seed = chooseSeed();
  console.info(`The kills are those of REPLICAS_SEED=${seed}`);
  const { stage, members, url } = await openThree();
  const { mails, provider, kchat } = stage.sandbox.world;
  const actors = actorsOn(stage);
  const patId = actors.person('pat.keller').id;
  // As if each repeat came after the half minute for which the server drops it by itself.
  const stopForgetting = stage.sandbox.observe(() => {
    kchat.pendingPosts.clear();
  });
  onTestFinished(stopForgetting);

  const newcomers = new Map<string, string>();
  const invite = async (email: string) => {
    // Where kChat shows a failure, people type again.
    await until(
      `an answer about ${email}`,
      async () => {
        const answer = await actors.type(`/kinvite ${email} Jane Doe --channel ~marketing`);
        return answer.includes(email) && !answer.startsWith('failed:');
      },
      slowMs,
    );
    newcomers.set(email, await actors.accept(await actors.mailTo(email, slowMs)));
  };
  const type = async (_: unknown, typist: number) => {
    for (let index = 0; index < peopleEach; index += 1) {
      await invite(`jane${typist}-${index}@acme.ch`);
      await wait(paceMs);
    }
  };
  const typing = Promise.allSettled(Array.from({ length: typists }, type));

  const [first, second] = [planLives(seed, 3, 3), planLives(seed + 1, 3, 2)];
  await Promise.all(members.map((member, index) => live(member, first[index] ?? [])));
  const cutOff = await until('a leader', () => leaderAmong(members));
  cutOff.proxy.stall();
  const from = Date.now();
  const others = members.filter((member) => member !== cutOff);
  const unrest = Promise.all(others.map((member, index) => live(member, second[index] ?? [])));
  await until('another leader', () => leaderAmong(others));
  const takeoverMs = Date.now() - from;
  await unrest;
  cutOff.proxy.restore();
  expect((await typing).filter(({ status }) => status === 'rejected')).toEqual([]);

  const toldOf = (email: string) => actors.messagesTo(patId).filter((text) => text.includes(`\`${email}\``)).length;
  const isGreeted = ([email, id]: [string, string]) => actors.messagesTo(id).length > 0 && toldOf(email) > 0;
  await until('all to be greeted', () => [...newcomers].every(isGreeted), slowMs);
  await until('all to be announced', () => announcedIn(actors.noticesIn('town-square')) >= newcomers.size);
  const database = await new Client(url).connect();
  onTestFinished(() => database.end());
  const count = async (what: string) => Number((await database.query<{ count: string }>(what)).rows[0]?.count);
  const owed = `select count(*) from delivery where state = 'ready' and kind = any('{welcome,card,notice,inviter_message,add_to_channel}')`;
  // What waits to be tried again is owed as well; reminders are for later days.
  await until(
    'nothing to be owed',
    async () => (await count(`${owed} and run_at < ${Date.now() + hourMs}`)) === 0,
    slowMs,
  );
  // Whatever is still under way may be a second effect: it is waited for.
  for (const { replica } of members) replica.bot().signal('SIGTERM');
  expect(await Promise.all(members.map(endOf))).toEqual(members.map(() => 'in order'));

  expect(takeoverMs).toBeLessThan(30_000);
  const emails = [...newcomers.keys()];
  const times = (email: string) => ({
    invitations: provider.invitations.filter((one) => one.email === email && one.ksuite).length,
    mails: mails.filter(({ to }) => to === email).length,
    welcomes: actors.messagesTo(newcomers.get(email) ?? '').length,
    told: toldOf(email),
    cards: actors.cardsTo(patId).filter(({ message }) => message.includes(email)).length,
  });
  // Whoever was quicker than the process that took their card over needs none any more.
  const cardless = await database.query<{ email: string }>(`
    select email from invitation where state = 'arrived' and card_post_id is null and exists (
      select from delivery where invitation_id = invitation.id and kind = 'card' and result = 'nothing to show')`);
  const once = (email: string) => ({
    ...{ invitations: 1, mails: 1, welcomes: 1, told: 1 },
    cards: cardless.rows.some((one) => one.email === email) ? 0 : 1,
  });
  expect(emails.map((email) => [email, times(email)])).toEqual(emails.map((email) => [email, once(email)]));
  expect(newcomers.size).toBe(typists * peopleEach);
  expect(provider.invitations).toHaveLength(newcomers.size);
  expect(announcedIn(actors.noticesIn('town-square'))).toBe(newcomers.size);
  expect(await count(`select count(*) from invitation where state = 'arrived'`)).toBe(newcomers.size);
  // A look that fails because its process is cut off is not repeated: the next one sees the same.
  expect(await count(`select count(*) from delivery where state = 'dead' and ${isEffect}`)).toBe(0);
}, 240_000);

/** What a process that was told to stop has said last, if it was not in order. */
async function endOf({ replica }: Member): Promise<string> {
  const bot = replica.bot();
  await until('the process to end', () => bot.child.exitCode !== null, 30_000).catch(() => undefined);
  return bot.child.exitCode === 0 ? 'in order' : `exit code ${bot.child.exitCode}: ${bot.output().slice(-2_000)}`;
}
