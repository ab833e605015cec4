import { expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

interface Line {
  msg: string;
  request?: string;
  delivery?: string;
  kind?: string;
  invitation?: string;
  operation?: string;
}

it('one invitation can be followed through the log by its id', async () => {
  const stage = await openStage({ environment: { LOG_LEVEL: 'debug' } });
  try {
    const actors = actorsOn(stage);
    const lines = () =>
      stage
        .bot()
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Line);
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    await actors.type('/kinvite max.frei@acme.ch Max Frei');
    const requested = lines().filter(({ msg }) => msg === 'an invitation was requested');
    expect(requested).toHaveLength(2);
    const [{ invitation = '', request = '' } = {}] = requested;
    const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    // Each is logged once it is recorded, which is later than it can be read.
    await until('the end of the story', () =>
      ['welcome', 'notice', 'inviter_message'].every((kind) =>
        lines().some((line) => line.kind === kind && line.msg === 'delivered'),
      ),
    );

    const story = lines().filter((line) => line.invitation === invitation);
    const steps = story.map(({ msg, kind }) => (msg === 'delivered' ? `delivered ${kind ?? ''}` : msg));
    expect(steps).toEqual(
      expect.arrayContaining([
        'an invitation was requested',
        'asked Infomaniak',
        'delivered provision',
        'an invitation was accepted',
        'somebody has arrived',
        'delivered welcome',
        'delivered notice',
        'delivered inviter_message',
      ]),
    );
    // What was typed led to it, and what was asked of the provider belongs to the delivery that asked.
    const answered = lines().filter((line) => line.request === request);
    expect(answered.map(({ msg }) => msg)).toEqual(['an invitation was requested', 'answered']);
    const provision = story.filter(({ kind }) => kind === 'provision');
    expect(new Set(provision.map(({ delivery }) => delivery)).size).toBe(1);
    expect(provision.map(({ operation }) => operation)).toContain('POST /1/accounts/{account}/invitations');
  } finally {
    await stage.close();
  }
});
