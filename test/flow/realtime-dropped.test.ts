import { expect, it } from 'vitest';
import type { FlavorName } from '../../sandbox/kchat/flavor/flavor.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { untilPrimed } from '../support/until-primed.ts';

const drops = 20;
const arrivals = 50;

/** Within the test no poll but the one at the start: whatever is noticed, realtime and its reconnections notice. */
const never = '0 0 1 1 *';

it.concurrent.each<FlavorName>(['kchat', 'mattermost'])(
  'on %s realtime is dropped twenty times while fifty people arrive, and each is welcomed once',
  async (flavor) => {
    const stage = await openStage({ flavor, environment: { POLL_SCHEDULE: never, LOG_LEVEL: 'debug' } });
    try {
      const { sandbox } = stage;
      const actors = actorsOn(stage);
      const isConnected = () => until('a connection', () => sandbox.realtime.connections() > 0, 30_000);
      const newcomers: string[] = [];
      const arrive = async () => {
        const email = `newcomer-${newcomers.length}@example.test`;
        const response = await fetch(`${sandbox.origin}/sandbox/walk-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', connection: 'close' },
          body: JSON.stringify({ first_name: 'New', last_name: `Comer ${newcomers.length}`, email }),
        });
        newcomers.push(((await response.json()) as { kchat_user_id: string }).kchat_user_id);
      };

      await untilPrimed(stage.bot());
      await isConnected();
      for (let drop = 1; drop <= drops; drop += 1) {
        // Some arrive while the connection stands, some in the gap after it.
        await arrive();
        sandbox.realtime.drop();
        await until('the end of the connection', () => sandbox.realtime.connections() === 0);
        while (newcomers.length < Math.ceil((drop * arrivals) / drops)) await arrive();
        await isConnected();
      }
      for (const id of newcomers) await until('a welcome', () => actors.messagesTo(id).length > 0, 30_000);

      // Whatever was still under way may have been a second welcome: it is waited for.
      stage.bot().signal('SIGTERM');
      await stage.bot().exited;
      expect(newcomers).toHaveLength(arrivals);
      expect(newcomers.filter((id) => actors.messagesTo(id).length !== 1)).toEqual([]);
    } finally {
      await stage.close();
    }
  },
  120_000,
);
