import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { days, minutes, seconds } from '../support/fake-clock.ts';
import { refusal } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
});

/** Jane accepts after an hour and a half, Max after half an hour, Zoe never. */
async function liveThroughSomeDays(): Promise<void> {
  const { type, world } = typist;
  for (const name of ['jane', 'max', 'zoe']) await type(`${name}@acme.ch ${name} Doe`);
  await world.untilQuiet();
  const [invitedAt = 0] = (await world.store.invitations.inStates('team', ['pending'])).map((one) => one.requestedAt);
  world.clock.moveTo(invitedAt + minutes(30));
  world.provisioning.accept('max@acme.ch', 501);
  await world.poll();
  world.clock.moveTo(invitedAt + minutes(90));
  world.provisioning.accept('jane@acme.ch', 502);
  await world.poll();
}

const valueOf = (text: string, name: string) => new RegExp(`\\| ${name} \\| (.*) \\|`).exec(text)?.[1];

describe('the numbers', () => {
  test('count what happened, with the median time to accept', async () => {
    await liveThroughSomeDays();
    const answer = await typist.type('stats');
    expect(answer).toContain('**Invitations, 25 Oct 2026 – 23 Nov 2026**');
    expect(valueOf(answer, 'Invited')).toBe('3');
    expect(valueOf(answer, 'Accepted')).toBe('2');
    expect(valueOf(answer, 'Expired')).toBe('0');
    expect(valueOf(answer, 'Still open')).toBe('1');
    expect(valueOf(answer, 'Median time to accept')).toBe('1 hour');
  });

  test('count each fact on its own day: who is late shows as expired later', async () => {
    await liveThroughSomeDays();
    const { world, type } = typist;
    world.clock.advance(days(40));
    await world.poll();
    const answer = await type('stats 30');
    expect(valueOf(answer, 'Invited')).toBe('0');
    expect(valueOf(answer, 'Expired')).toBe('1');
    expect(valueOf(answer, 'Median time to accept')).toBe('—');
  });

  test('leave out whoever could not be invited', async () => {
    const { world, type } = typist;
    world.provisioning.seatsLeft = 0;
    await type('jane@acme.ch Jane Doe');
    expect(await type('stats')).toContain('Nothing happened in this time');
  });

  test('are the same after a person was forgotten', async () => {
    await liveThroughSomeDays();
    const { type } = typist;
    await type('revoke zoe@acme.ch');
    const before = await type('stats');
    await type('forget zoe@acme.ch --confirm');
    expect(await type('stats')).toBe(before);
    expect(valueOf(before, 'Declined or revoked')).toBe('1');
  });

  test.each(['stats 0', 'stats 367', 'stats week', 'stats 30 days'])('say what can be asked: %s', async (line) => {
    expect(await typist.type(line)).toContain('a whole number from 1 to 366');
  });

  test('are for administrators', async () => {
    typist.world.chat.join(chatUser('max'));
    expect(await typist.type('stats', { userId: 'max' })).toContain('Only kChat administrators');
  });
});

describe('the chart', () => {
  test('comes as a picture in a direct message, a bar a day', async () => {
    await liveThroughSomeDays();
    const { world, type } = typist;
    expect(await type('stats 3')).toContain('direct message');
    expect(world.chat.filesTo('anna')).toEqual([]);
    await world.drain();
    expect(world.chat.filesTo('anna')).toMatchObject([{ name: 'invitations-3.png', mediaType: 'image/png' }]);
    expect(world.chat.messagesTo('anna')).toContain('📊 Invitations, 21 Nov 2026 – 23 Nov 2026');
    expect(world.charts).toMatchObject([
      {
        labels: ['21 Nov', '22 Nov', '23 Nov'],
        series: [
          { name: 'Invited', values: [0, 0, 3] },
          { name: 'Accepted', values: [0, 0, 2] },
          { name: 'Expired', values: [0, 0, 0] },
        ],
      },
    ]);
  });

  test('of more than a month has a bar a week, in the reader’s language and time zone', async () => {
    await liveThroughSomeDays();
    const { world, type } = typist;
    world.chat.join(chatUser('berta', { isSystemAdmin: true, locale: 'de', timeZone: 'Pacific/Kiritimati' }));
    world.clock.advance(seconds(3_600 * 2));
    await type('stats 60', { userId: 'berta' });
    await world.drain();
    const [chart] = world.charts;
    expect(chart?.title).toBe('Einladungen, 26. Sept. 2026 – 24. Nov. 2026');
    expect(chart?.labels).toHaveLength(9);
    expect(chart?.labels.at(-1)).toBe('18. Nov.');
    expect(chart?.series[0]?.values.reduce((sum, value) => sum + value)).toBe(3);
  });

  test('is sent once although nobody knows whether it got through', async () => {
    await liveThroughSomeDays();
    const { world, type } = typist;
    await type('stats');
    world.chat.faults.plan({ at: 'postFile', moment: 'after', error: refusal(502, undefined, {}, 'kChat') });
    await world.drain();
    world.clock.advance(minutes(1));
    await world.drain();
    expect(world.chat.faults.count('postFile')).toBe(1);
    expect(world.chat.filesTo('anna')).toHaveLength(1);
  });

  test('that the server refuses is given up with a word about it', async () => {
    await liveThroughSomeDays();
    const { world, type } = typist;
    await type('stats');
    world.chat.faults.plan({ at: 'postFile', moment: 'before', error: refusal(413, undefined, {}, 'kChat') });
    await world.drain();
    expect(world.chat.messagesTo('anna')).toContain(
      '⚠️ I could not send you the chart: kChat refused it (status 413).',
    );
  });
});
