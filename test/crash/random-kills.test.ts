import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { disagreements, owedEffects } from '../support/disagreements.ts';
import { peopleAtWork } from '../support/people-at-work.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { chooseSeed, planKills } from './kill-plan.ts';
import { killWhen } from './kill-when.ts';

const kills = 100;
const worlds = 2;
const steps = kills / worlds;
const imported = 30;
const invited = steps;

/** On a machine that does little else it is a minute and a half. */
const timeout = 15 * 60_000;

const seed = chooseSeed();
const plan = planKills(seed, kills);

/** Two at the same time, since a program that starts keeps one core busy. */
it.concurrent.for(Array.from({ length: worlds }, (_, index) => plan.slice(index * steps, (index + 1) * steps)))(
  `${steps} of ${kills} random kills lose nothing and double nothing`,
  { timeout },
  async (killSteps, { onTestFinished }) => {
    console.info(`The kills are those of CRASH_SEED=${seed}`);
    const cache = await mkdtemp(join(tmpdir(), 'kchat-invite-cache-'));
    onTestFinished(() => rm(cache, { recursive: true, force: true }));
    // What was compiled is kept, which halves the time of a start; a first orderly stop writes it.
    const stage = await openStage({ seats: 1_000, environment: { NODE_COMPILE_CACHE: cache, REPLY_WAIT_MS: '500' } });
    onTestFinished(() => stage.close());
    stage.bot().signal('SIGTERM');
    expect(await stage.bot().exited).toBe(0);
    await stage.restart();

    const people = peopleAtWork(stage, { imported, invited });
    const { actors, patId, newcomers } = people;
    const { kchat, mails } = stage.sandbox.world;
    const offer = await people.startImport();

    for (const { kill, acceptances } of killSteps) {
      let isOver = false;
      const killed = killWhen(stage, kill).finally(() => (isOver = true));
      await Promise.all([killed, people.invite(2, () => isOver), people.register(acceptances)]);
      // As if the restart came after the half minute for which the server drops repeats by itself.
      kchat.pendingPosts.clear();
      // The next kill may come before it is ready.
      stage.restart().catch(() => undefined);
    }
    const everybody = imported + invited;
    await until('the last start', async () => (await fetch(`${stage.botUrl}/readyz`).catch(() => undefined))?.ok);
    await people.invite(invited, () => false);
    await until('all mails', () => mails.length >= everybody, 120_000);
    await people.register(everybody / 4);
    const isGreeted = (id: string) => actors.messagesTo(id).length > 0;
    await until('everybody’s greetings', () => [...newcomers.values()].every(isGreeted), 120_000);
    await until('the end of all that is owed', () => owedEffects(stage) === 0, 120_000);
    stage.bot().signal('SIGTERM');
    expect(await stage.bot().exited).toBe(0);

    expect(newcomers.size).toBeGreaterThan(everybody / 4);
    const told = kchat.posts.find(({ id }) => id === offer.id);
    expect(told?.message).toContain('has ended');
    expect(actors.cardsTo(patId).filter(({ message }) => message.includes('has ended'))).toHaveLength(1);
    expect(await disagreements(stage, actors, people.happened())).toEqual([]);
  },
);
