import { it } from 'vitest';
import type { FlavorName } from '../../sandbox/kchat/flavor/flavor.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { untilPrimed } from '../support/until-primed.ts';

/** Far away: within the test no poll but the one at the start. */
const hourly = '0 0 1 1 *';

const names = { kchat: 'the Pusher protocol', mattermost: 'Mattermost’s WebSocket' } as const;

it.each<FlavorName>(['kchat', 'mattermost'])(
  'on %s an arrival is heard and greeted, long before the next poll',
  async (flavor) => {
    const stage = await openStage({ flavor, environment: { POLL_SCHEDULE: hourly, LOG_LEVEL: 'debug' } });
    try {
      const actors = actorsOn(stage);
      await untilPrimed(stage.bot());
      await until('the connection', () => stage.sandbox.realtime.connections() > 0);
      await until('the log line', () => stage.bot().output().includes(names[flavor]));
      await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
      const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
      await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    } finally {
      await stage.close();
    }
  },
);

it.each<FlavorName>(['kchat', 'mattermost'])(
  'on %s without any realtime an arrival is greeted by the poll',
  async (flavor) => {
    const stage = await openStage({ flavor });
    try {
      const actors = actorsOn(stage);
      stage.sandbox.realtime.cut();
      await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
      const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
      await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    } finally {
      await stage.close();
    }
  },
);
