import { describe, expect, it, type TestContext } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, register, type StageOptions } from '../support/stage.ts';
import { startProgram, type BotProcess } from '../support/bot-process.ts';
import { until } from '../support/until.ts';
import { done, hasLed } from './said.ts';

/** A stage with two processes on one database; kChat calls `first`, which leads at the beginning. */
async function openPair({ onTestFinished }: TestContext, options: StageOptions = {}) {
  const stage = await openStage({ ...options, environment: { LOG_LEVEL: 'debug', ...options.environment } });
  onTestFinished(() => stage.close());
  const first = stage.bot();
  const second = (await stage.addReplica()).bot();
  return { stage, actors: actorsOn(stage), first, second };
}

// Programs that are started, killed and waited for.
describe('two processes on one database', { timeout: 150_000 }, () => {
  it.concurrent('share the work; people see each effect once, and one process polls', async (context) => {
    const { stage, actors, first, second } = await openPair(context);
    const people = Array.from({ length: 12 }, (_, index) => `person${index}@acme.ch`);
    for (const email of people) await actors.type(`/kinvite ${email} Jane Doe --channel ~marketing`);
    const ids: string[] = [];
    for (const email of people) ids.push(await actors.accept(await actors.mailTo(email)));
    for (const id of ids) await until('a welcome', () => actors.messagesTo(id).length > 0);
    const patId = actors.person('pat.keller').id;
    await until('the messages to the inviter', () => actors.messagesTo(patId).length >= people.length);

    for (const bot of [first, second]) bot.signal('SIGTERM');
    await Promise.all([first.exited, second.exited]);
    expect(ids.map((id) => actors.messagesTo(id).length)).toEqual(ids.map(() => 1));
    expect(actors.messagesTo(patId)).toHaveLength(people.length);
    expect(actors.noticesIn('town-square')).toHaveLength(1);
    expect(stage.sandbox.world.mails).toHaveLength(people.length);
    expect([hasLed(first), hasLed(second)]).toEqual([true, false]);
    expect(done(first, 'welcome') + done(second, 'welcome')).toBe(people.length);
    const kinds = ['provision', 'card', 'welcome', 'inviter_message', 'add_to_channel'];
    const workOf = (bot: BotProcess) => kinds.reduce((sum, kind) => sum + done(bot, kind), 0);
    expect(Math.min(workOf(first), workOf(second))).toBeGreaterThan(0);
  });

  it.concurrent('a reply does not wait longer because another process does the work', async (context) => {
    const { actors, second } = await openPair(context, { environment: { REPLY_WAIT_MS: '2500' }, seats: 1_000 });
    const waits: number[] = [];
    for (let index = 0; index < 60 && waits.length < 3; index += 1) {
      const [before, from] = [done(second, 'provision'), Date.now()];
      const reply = await actors.type(`/kinvite person${index}@acme.ch Jane Doe`);
      if (done(second, 'provision') === before || !reply.includes('is invited')) continue;
      waits.push(Date.now() - from);
    }
    // Without the news each would take the whole 2.5 s, at the end of which it looks in any case.
    expect(Math.min(...waits)).toBeLessThan(2_400);
  });

  it.concurrent('when the leader is killed, the other one takes over within 30 s', async (context) => {
    const { stage, actors, first, second } = await openPair(context);
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const mail = await actors.mailTo('jane.doe@acme.ch');
    first.signal('SIGKILL');
    await first.exited;
    const janeId = await actors.accept(mail);
    const from = Date.now();
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    // A poll that the first one still owed may have been enough for the welcome.
    await until('another leader', () => hasLed(second));
    expect(Date.now() - from).toBeLessThan(30_000);

    await stage.restart();
    expect(await actors.type('/kinvite status jane.doe@acme.ch')).toContain('arrived');
    expect(actors.messagesTo(janeId)).toHaveLength(1);
  });

  it.concurrent('when the leader freezes, the other one takes over, and nothing is done twice', async (context) => {
    const { actors, first, second } = await openPair(context);
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const mail = await actors.mailTo('jane.doe@acme.ch');
    first.signal('SIGSTOP');
    const janeId = await actors.accept(mail);
    const from = Date.now();
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    // A poll that the first one still owed may have been enough for the welcome.
    await until('another leader', () => hasLed(second));
    expect(Date.now() - from).toBeLessThan(30_000);

    first.signal('SIGCONT');
    await until('it to notice', () => first.output().includes('the session with PostgreSQL is back'));
    expect(await actors.type('/kinvite status jane.doe@acme.ch')).toContain('arrived');
    for (const bot of [first, second]) bot.signal('SIGTERM');
    await Promise.all([first.exited, second.exited]);
    expect(actors.messagesTo(janeId)).toHaveLength(1);
    expect(actors.noticesIn('town-square')).toHaveLength(1);
  });

  it.concurrent('register can run beside them, but not twice at a time', async (context) => {
    const { stage } = await openPair(context);
    const { sandbox, environment } = stage;
    sandbox.faults.add({ service: 'kchat', method: 'GET', path: '/users/me$', mode: 'hang', when: 'before', times: 1 });
    const token = { KCHAT_ADMIN_TOKEN: sandbox.tokens.admin };
    const seen = sandbox.world.requests.length;
    const hanging = startProgram(['register'], { ...environment, ...token });
    await until('it to be in the middle', () =>
      sandbox.world.requests.slice(seen).some(({ by }) => by === 'pat.keller'),
    );
    const other = startProgram(['register'], { ...environment, ...token });
    expect(await other.exited).toBe(3);
    expect(other.output()).toContain('Another process is registering');
    hanging.signal('SIGKILL');
    await hanging.exited;
    expect(await register(environment, sandbox)).toContain('Nothing had to be changed');
  });
});
