import { expect, it } from 'vitest';
import type { FlavorName } from '../../sandbox/kchat/flavor/flavor.ts';
import { actorsOn } from '../support/actors.ts';
import { sendFile } from '../support/send-file.ts';
import { openStage, type Stage, type StageOptions } from '../support/stage.ts';
import { until } from '../support/until.ts';

/** Far away: within the test no poll but the one at the start. */
const never = '0 0 1 1 *';
const table = '\uFEFFE-Mail;Vorname;Nachname\r\njane.doe@acme.ch;Jane;Doe\r\nmax.frei@acme.ch;Max;Frei\r\n';

async function onStage(options: StageOptions, play: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage(options);
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

it.each<[FlavorName, string, Record<string, string>]>([
  ['kchat', 'heard of', { POLL_SCHEDULE: never }],
  ['mattermost', 'heard of', { POLL_SCHEDULE: never }],
  ['kchat', 'found by a poll', { KCHAT_REALTIME: 'off' }],
])('on %s a CSV file sent to the bot is %s, offered, and invites once it is confirmed', (flavor, _how, environment) =>
  onStage({ flavor, environment }, async (stage) => {
    const { sandbox } = stage;
    const actors = actorsOn(stage);
    const patId = actors.person('pat.keller').id;
    if (environment.KCHAT_REALTIME !== 'off')
      await until('the bot to listen', () => sandbox.realtime.connections() > 0);
    await sendFile(sandbox, 'people.csv', table);
    const card = await until('the offer', () => actors.cardsTo(patId).at(-1));
    expect(sandbox.world.provider.invitations).toEqual([]);
    expect(await actors.press(card, 0)).toBe(200);
    await until('the report', () =>
      actors.messagesTo(patId).some((text) => text.includes('`max.frei@acme.ch` | pending')),
    );
    expect(sandbox.world.provider.invitations.map(({ email }) => email).sort()).toEqual([
      'jane.doe@acme.ch',
      'max.frei@acme.ch',
    ]);
    expect(sandbox.world.violations).toEqual([]);
  }),
);

it('a bot that is killed between noticing a file and offering it offers it once', () =>
  onStage({ environment: { KCHAT_REALTIME: 'off' } }, async (stage) => {
    const { sandbox } = stage;
    const actors = actorsOn(stage);
    const patId = actors.person('pat.keller').id;
    sandbox.faults.add({ service: 'kchat', method: 'GET', path: '/files/[^/]+$', mode: 'hang', when: 'before' });
    const asked = new Promise<void>((resolve) => {
      sandbox.observe(({ method, path }) => {
        if (method === 'GET' && /\/files\/[^/]+$/.test(path)) resolve();
      });
    });
    await sendFile(sandbox, 'people.csv', table);
    await asked;
    await stage.kill();
    sandbox.faults.clear();
    await stage.restart();
    await until('the offer', () => actors.cardsTo(patId).length > 0);
    // The next file comes after all that could still come of the first one.
    await sendFile(sandbox, 'others.csv', 'email,first_name,last_name\nlea@acme.ch,Lea,Roth');
    await until('the next offer', () => actors.cardsTo(patId).some(({ message }) => message.includes('lea@acme.ch')));
    expect(actors.cardsTo(patId)).toHaveLength(2);
  }));

it('the reply to an import of 1,000 pasted rows with channels is there within 2 s', () =>
  onStage({ environment: { POLL_SCHEDULE: never } }, async (stage) => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `p${index}@example.test,A,B,~marketing ~off-topic`);
    const started = performance.now();
    const reply = await actorsOn(stage).type(`/kinvite import email,first_name,last_name,channels\n${rows.join('\n')}`);
    expect(reply).toContain('1000 can be invited');
    expect(performance.now() - started).toBeLessThan(2_000);
  }));
