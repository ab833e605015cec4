import { beforeEach, describe, expect, it } from 'vitest';
import type { InvitationRequest } from '../../src/invitations/request-invitation.ts';
import type { WritingFacts } from '../../src/ports/writer.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

let world: FakeWorld;
let asked: WritingFacts[];
beforeEach(async () => {
  world = await openWorld({ noticeChannels: [] });
  world.chat.openChannel('marketing');
  asked = [];
});

/** @param write what the writer answers, or throws. */
function writerThat(write: (count: number) => string): void {
  world.deps.writer = {
    welcome: (facts) => {
      asked.push(facts);
      return new Promise((resolve) => {
        resolve(write(asked.length));
      });
    },
  };
}

async function welcomeOf(changes: Partial<InvitationRequest> = {}): Promise<string[]> {
  await world.invited({ channels: [{ id: 'marketing', name: 'marketing' }], ...changes });
  world.provisioning.accept(jane.email, 501);
  world.chat.join(chatUser('jane', { email: jane.email, firstName: 'Jane' }));
  await world.poll();
  await world.untilQuiet();
  return world.chat.messagesTo('jane');
}

const sentence = 'Dear Jane, what a joy to have you here with us in ~marketing.';

describe('a welcome in Euria’s own words', () => {
  it('is what the writer makes of the facts and of the message', async () => {
    writerThat(() => sentence);
    expect(await welcomeOf()).toEqual([sentence]);
    expect(asked).toMatchObject([
      { locale: 'en_GB', firstName: 'Jane', team: 'Acme', inviter: 'Pat Keller', channels: ['~marketing'] },
    ]);
    expect(asked[0]?.message).toContain('### Welcome, Jane!');
  });

  it('is written of names as they are, not as they are escaped', async () => {
    writerThat(() => sentence);
    await welcomeOf({ firstName: 'Jean-Luc', inviter: { id: 'pat', name: 'P. O’Neil (CEO)' } });
    expect(asked[0]).toMatchObject({ firstName: 'Jean-Luc', inviter: 'P. O’Neil (CEO)' });
    expect(asked[0]?.message).toContain('Welcome, Jean-Luc!');
    expect(asked[0]?.message).toContain('**P. O’Neil (CEO)**');
  });

  it('is made safe like everything that strangers write', async () => {
    writerThat(() => `${sentence} @channel [click](https://evil.test)`);
    expect(await welcomeOf()).toEqual([`${sentence} @\u200bchannel \\[click\\]\\(https:\u200b//evil.test\\)`]);
  });

  it('is asked for once, though it takes several attempts to send it', async () => {
    writerThat((count) => `${sentence} Number ${count}.`);
    const lost = silence('connection_lost', 'kChat');
    world.chat.faults.plan({ at: 'directChannel', moment: 'after', error: lost, times: 2 });
    expect(await welcomeOf()).toEqual([`${sentence} Number 1.`]);
    expect(asked).toHaveLength(1);
  });

  it('leaves the other messages as the team has written them', async () => {
    writerThat(() => sentence);
    const text = { teamId: team.id, locale: 'en_GB', changedAt: 0, changedBy: 'anna' } as const;
    await world.store.welcomes.save({ ...text, part: 'second', text: 'How was it?', afterDays: 1 });
    expect(await welcomeOf()).toEqual([sentence, 'How was it?']);
  });

  it.for<[string, () => string]>([
    ['is refused', () => thrown(refusal(429))],
    ['takes too long', () => thrown(silence('timeout', 'Infomaniak'))],
    ['says next to nothing', () => 'Hi!'],
    ['never ends', () => 'and so on '.repeat(1_000)],
  ])('gives way to the template when the writer %s', async ([, write]) => {
    writerThat(write);
    const messages = await welcomeOf();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('### Welcome, Jane!');
    expect(asked).toHaveLength(1);
  });
});

function thrown(error: Error): never {
  throw error;
}
