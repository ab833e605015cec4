import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openStore } from '../../src/database.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { chooseSeed, planKills, type Kill } from './kill-plan.ts';

const kills = 100;
const imported = 60;
/** So that a run of single invitations is under way from the first kill to the last. */
const invited = kills;

it('a hundred random kills lose nothing and double nothing', { timeout: 15 * 60_000 }, async ({ onTestFinished }) => {
  const seed = chooseSeed();
  console.info(`The kills are those of CRASH_SEED=${seed}`);
  const stage = await openStage({ seats: 1_000 });
  onTestFinished(() => stage.close());
  const { mails, kchat, provider } = stage.sandbox.world;
  const actors = actorsOn(stage);
  const patId = actors.person('pat.keller').id;
  const newcomers = new Map<string, string>();

  /** Commands that kChat has shown as failed, or that were not typed yet: people type them again. */
  const toType = Array.from({ length: invited }, (_, index) => `typed${index}@acme.ch Typed Nr${index}`);
  const typeNext = async () => {
    const person = toType.shift();
    if (person === undefined) return;
    const answer = await actors.type(`/kinvite ${person} --channel ~marketing`);
    if (answer.startsWith('failed:')) toType.push(person);
  };
  const acceptNext = async (count: number) => {
    for (const mail of mails.filter(({ to }) => !newcomers.has(to)).slice(0, count)) {
      newcomers.set(mail.to, await actors.accept(mail));
    }
  };

  const rows = Array.from({ length: imported }, (_, index) => `row${index}@example.test,Row,Nr${index}`);
  await actors.type(`/kinvite import email,first_name,last_name\n${rows.join('\n')}`);
  const offer = await until('the offer', () => actors.cardsTo(patId)[0]);
  expect(await actors.press(offer, 0)).toBe(200);

  for (const { kill, acceptances } of planKills(seed, kills)) {
    const killed = killWhen(stage, kill);
    await Promise.all([typeNext(), typeNext(), acceptNext(acceptances)]);
    await killed;
    // As if the restart came after the half minute for which the server drops repeats by itself.
    kchat.pendingPosts.clear();
    const started = stage.restart().catch(() => undefined);
    if (kill.at === 'request') await started;
  }
  await until('the last start', async () => (await fetch(`${stage.botUrl}/readyz`).catch(() => undefined))?.ok);
  while (toType.length > 0) await typeNext();
  await until('all mails', () => mails.length >= imported + invited, 120_000);
  await acceptNext(invited / 4);

  const told = (email: string) =>
    actors.messagesTo(patId).filter((text) => text.includes(email) && text.includes('has accepted your invitation'))
      .length;
  const isGreeted = ([email, id]: [string, string]) => actors.messagesTo(id).length > 0 && told(email) > 0;
  await until('everybody’s greetings', () => [...newcomers].every(isGreeted), 120_000);
  await until('the end of the import', () =>
    kchat.posts.some(({ id, message }) => id === offer.id && message.includes('has ended')),
  );
  // Whatever was still under way may have been a second effect: it is waited for.
  stage.bot().signal('SIGTERM');
  expect(await stage.bot().exited).toBe(0);

  expect(newcomers.size).toBeGreaterThan(50);
  // The provider: each address once, with a seat, and one mail to each.
  const addresses = provider.invitations.map(({ email }) => email);
  expect(addresses).toHaveLength(imported + invited);
  expect(new Set(addresses).size).toBe(imported + invited);
  expect(provider.invitations.filter(({ ksuite }) => !ksuite)).toEqual([]);
  expect(mails).toHaveLength(imported + invited);
  // kChat: one welcome, one message to the inviter, one card, one place in the channel, one line of a notice.
  const newcomerList = [...newcomers];
  expect(newcomerList.filter(([, id]) => actors.messagesTo(id).length !== 1)).toEqual([]);
  expect(newcomerList.filter(([email]) => told(email) !== 1)).toEqual([]);
  const membersOf = (name: string) =>
    kchat.channelMembers.filter((member) => member.channel_id === actors.channelId(name)).map(({ user_id: id }) => id);
  const marketing = membersOf('marketing');
  const placed = newcomerList.filter(([email]) => email.endsWith('@acme.ch'));
  expect(placed.filter(([, id]) => marketing.filter((member) => member === id).length !== 1)).toEqual([]);
  expect(announcedIn(actors.noticesIn('town-square'))).toBe(newcomers.size);

  // The database agrees with both.
  const store = openStore({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' });
  onTestFinished(() => store.close());
  const teamId = kchat.team.id;
  const all = await store.invitations.page(teamId, { state: undefined, limit: 1_000, offset: 0 });
  expect(all).toHaveLength(imported + invited);
  const isAsAtProvider = (email: string, state: string) =>
    state === (newcomers.has(email) ? 'arrived' : actors.invitationsOf(email)[0]?.status);
  expect(all.filter(({ email, state }) => !isAsAtProvider(email, state))).toEqual([]);
  for (const { id, state } of all) {
    const kinds = (await store.invitations.events(teamId, id)).map(({ kind }) => kind);
    const once = state === 'arrived' ? ['requested', 'accepted', 'arrived', 'welcomed', 'announced'] : ['requested'];
    expect(once.filter((kind) => kinds.filter((one) => one === kind).length !== 1)).toEqual([]);
    expect(kinds).not.toContain('delivery_failed');
  }
});

/** Kills the program at that moment, if it has not come within some seconds then at once. */
async function killWhen(stage: Stage, kill: Kill): Promise<void> {
  const patience = kill.at === 'time' ? kill.ms : 4_000;
  const timer = new AbortController();
  let reached = 0;
  let killed: Promise<void> | undefined;
  const stopObserving = stage.sandbox.observe(async ({ phase, path }) => {
    // What people type goes over the same API.
    if (kill.at !== 'request' || phase !== kill.phase || path.endsWith('/commands/execute')) return;
    if ((reached += 1) < kill.nth) return;
    killed ??= stage.kill();
    timer.abort();
    await killed;
    // What was on its way when its sender died may never have arrived.
    return phase === 'before' ? 'lost' : undefined;
  });
  await wait(patience, undefined, { signal: timer.signal }).catch(() => undefined);
  await (killed ?? stage.kill());
  stopObserving();
}

/** How many people the notices tell of: each is one line, and the names that no longer fit are a number. */
function announcedIn(notices: readonly string[]): number {
  return notices
    .map((text) => {
      const others = /(\d+) more people|(one) more person/.exec(text);
      return (text.match(/\*\*[^*]+\*\*/g)?.length ?? 0) + (others?.[2] ? 1 : Number(others?.[1] ?? 0));
    })
    .reduce((sum, people) => sum + people, 0);
}
