import type { Post } from '../../sandbox/kchat/documents.ts';
import { actorsOn } from '../../test/support/actors.ts';
import { openStage, type Stage } from '../../test/support/stage.ts';
import { until } from '../../test/support/until.ts';
import { untilPrimed } from '../../test/support/until-primed.ts';
import type { Finding } from '../support/finding.ts';
import { percentile } from '../support/median.ts';
import { ownReplyMs } from '../support/own-reply.ts';
import { withoutLimits } from '../support/without-limits.ts';

const singles = 20;
const crowd = 200;
/** Polling can't help: what is measured is what realtime and the worker do. */
const never = '0 0 1 1 *';

/**
 * How long newcomers wait for their welcome, from the acceptance and from the arrival event, one at a time and all at once.
 * A welcome takes two requests of the emulator's own, whose time is told apart.
 */
export async function measureArrivals(): Promise<Finding[]> {
  const stage = await openStage({
    seats: 1_000,
    environment: { ...withoutLimits, POLL_SCHEDULE: never, LOG_LEVEL: 'debug' },
  });
  try {
    const actors = actorsOn(stage);
    await untilPrimed(stage.bot());
    await until('the connection', () => stage.sandbox.realtime.connections() > 0);
    const welcomeOf = watchWelcomes(stage);

    const invite = async (count: number, name: string) => {
      for (let index = 0; index < count; index += 1) await actors.type(`/kinvite ${name}${index}@acme.ch Jane Doe`);
      return until('their mails', () => {
        const mails = stage.sandbox.world.mails.filter(({ to }) => to.startsWith(name));
        return mails.length === count && mails;
      });
    };
    const timed = async (arrive: () => Promise<string>): Promise<number> => {
      const from = performance.now();
      const userId = await arrive();
      return (await welcomeOf(userId)) - from;
    };
    const oneByOne = async (arrivals: (() => Promise<string>)[]) => {
      const times: number[] = [];
      for (const arrive of arrivals) times.push(await timed(arrive));
      return times;
    };
    const atOnce = (arrivals: (() => Promise<string>)[]) => Promise.all(arrivals.map(timed));
    const accepting = async (count: number, name: string) =>
      (await invite(count, name)).map((mail) => () => actors.accept(mail));
    const walkingIn = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => () => walkIn(stage, `${name}${index}@example.test`));

    return [
      { what: 'the emulator’s own two replies: p50 in ms', value: percentile(await ownReplyMs(stage), 0.5) },
      ...described('accepted → welcome seen, one at a time', await oneByOne(await accepting(singles, 'single'))),
      ...described(`accepted → welcome seen, ${crowd} at once`, await atOnce(await accepting(crowd, 'crowd'))),
      ...described('arrival event → welcome seen, one at a time', await oneByOne(walkingIn(singles, 'walk'))),
      ...described(`arrival event → welcome seen, ${crowd} at once`, await atOnce(walkingIn(crowd, 'flock'))),
    ];
  } finally {
    await stage.close();
  }
}

function described(what: string, times: readonly number[]): Finding[] {
  return [0.5, 0.99].map((share) => ({ what: `${what}: p${share * 100} in ms`, value: percentile(times, share) }));
}

/** By newcomer, the moment their first direct message of the bot was there. Nothing looks again and again for it. */
function watchWelcomes({ sandbox }: Stage): (userId: string) => Promise<number> {
  const { kchat } = sandbox.world;
  const bot = [...kchat.people.values()].find(({ username }) => username === 'euria-welcome')?.id ?? '';
  const seen = new Map<string, PromiseWithResolvers<number>>();
  const welcomeOf = (userId: string) => {
    const known = seen.get(userId) ?? Promise.withResolvers<number>();
    seen.set(userId, known);
    return known;
  };
  const isOfBot = (post: Post) => post.user_id === bot && kchat.channels.get(post.channel_id)?.type === 'D';
  let known = 0;
  sandbox.observe(({ phase, method, path }) => {
    if (phase !== 'after' || method !== 'POST' || !path.endsWith('/posts')) return;
    for (const post of kchat.posts.slice(known).filter(isOfBot)) {
      const reader =
        kchat.channels
          .get(post.channel_id)
          ?.name.split('__')
          .find((id) => id !== bot) ?? '';
      welcomeOf(reader).resolve(performance.now());
    }
    known = kchat.posts.length;
  });
  return (userId) => welcomeOf(userId).promise;
}

async function walkIn({ sandbox }: Stage, email: string): Promise<string> {
  const response = await fetch(`${sandbox.origin}/sandbox/walk-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ first_name: 'New', last_name: 'Comer', email }),
  });
  return ((await response.json()) as { kchat_user_id: string }).kchat_user_id;
}
