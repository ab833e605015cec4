import { describe, expect, it } from 'vitest';
import type { ObservedExchange } from '../../sandbox/http/exchange.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

/** Every request of the story that changes something outside: the moments where a crash could lose or double it. */
const steps: { name: string; service: ObservedExchange['service']; method: string; path: RegExp; nth?: number }[] = [
  { name: 'creating the invitation', service: 'infomaniak', method: 'POST', path: /\/invitations$/ },
  { name: 'granting the seat', service: 'infomaniak', method: 'POST', path: /\/ksuite$/ },
  { name: 'opening a direct channel', service: 'kchat', method: 'POST', path: /\/channels\/direct$/ },
  { name: 'adding to a channel', service: 'kchat', method: 'POST', path: /\/channels\/[^/]+\/members$/, nth: 3 },
  { name: 'the first post', service: 'kchat', method: 'POST', path: /\/posts$/, nth: 1 },
  { name: 'the second post', service: 'kchat', method: 'POST', path: /\/posts$/, nth: 2 },
  { name: 'the third post', service: 'kchat', method: 'POST', path: /\/posts$/, nth: 3 },
];

const cases = steps.flatMap((step) => (['before', 'after'] as const).map((phase) => ({ ...step, phase })));

describe('kill -9 and start again', () => {
  it.concurrent.for(cases)(
    '$phase the work of $name: every effect is there once',
    async ({ service, method, path, nth = 1, phase }, { onTestFinished }) => {
      const stage = await openStage();
      onTestFinished(() => stage.close());
      const { sandbox } = stage;
      const actors = actorsOn(stage);

      let seen = 0;
      let killed: Promise<void> | undefined;
      sandbox.observe(async (exchange) => {
        if (killed || exchange.phase !== phase || exchange.service !== service) return;
        if (exchange.method !== method || !path.test(exchange.path) || (seen += 1) < nth) return;
        killed = stage.kill();
        await killed;
        // As if the restart came after the half minute for which the server drops repeats by itself.
        sandbox.world.kchat.pendingPosts.clear();
        // A request that was still on its way when its sender died may never have arrived.
        return phase === 'before' ? 'lost' : undefined;
      });

      const reply = actors.type('/kinvite jane.doe@acme.ch Jane Doe --channel ~marketing');
      const comeBack = async () => {
        await until('the kill', () => killed !== undefined);
        await killed;
        await stage.restart();
      };
      const back = comeBack();
      await reply;
      await until('the seat', () => actors.invitationsOf('jane.doe@acme.ch')[0]?.ksuite);
      const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
      await back;

      const patId = actors.person('pat.keller').id;
      await until('all effects', async () => {
        const status = await actors.type('/kinvite status jane.doe@acme.ch');
        return ['Welcomed', 'Announced', 'Inviter told: Arrived in kChat', 'Added to channel'].every((step) =>
          status.includes(step),
        );
      });
      expect(actors.invitationsOf('jane.doe@acme.ch')).toHaveLength(1);
      expect(sandbox.world.mails).toHaveLength(1);
      expect(actors.messagesTo(janeId)).toHaveLength(1);
      expect(actors.noticesIn('town-square')).toHaveLength(1);
      const arrivals = actors.messagesTo(patId).filter((text) => text.includes('has accepted your invitation'));
      expect(arrivals).toHaveLength(1);
    },
  );
});
