import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/ports/clock.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const later = fileURLToPath(new URL('../support/later.ts', import.meta.url));
const rows = 60;
const arrivals = 5;

describe('what is told of an import of many, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  let patId: string;
  let laterMs = 0;

  beforeAll(async () => {
    stage = await openStage({ seats: rows + 10, invitationTtlMs: 14 * dayMs, now: () => Date.now() + laterMs });
    actors = actorsOn(stage);
    patId = actors.person('pat.keller').id;
    const people = Array.from({ length: rows }, (_, index) => `person${index}@example.test,Person,Nr${index}`);
    await actors.type(`/kinvite import email,first_name,last_name\n${people.join('\n')}`);
    const card = await until('the offer', () => actors.cardsTo(patId).at(-1));
    await actors.press(card.id, `Invite ${rows}`);
    await until('the end', () => actors.cardsTo(patId).some(({ message }) => message.includes('has ended')));
  });
  afterAll(() => stage.close());

  /** The program goes down, and up again on a day to come, which it is on the platforms too. */
  const onDay = async (day: number) => {
    await stage.kill();
    laterMs = day * dayMs;
    await stage.restart({ NODE_OPTIONS: `--import=${later}`, LATER_MS: String(laterMs) });
  };
  const told = (text: string) => actors.messagesTo(patId).filter((message) => message.includes(text));

  it('is one message about those who have arrived', async () => {
    for (const mail of stage.sandbox.world.mails.slice(0, arrivals)) await actors.accept(mail);
    await until('their arrival', async () => (await actors.type('/kinvite list arrived')).includes(`${arrivals} inv`));
    expect(told('in kChat now')).toEqual([]);
    await onDay(0.1);
    await until('the message', () => told('in kChat now').length > 0);
    expect(told('in kChat now')).toEqual([expect.stringContaining(`${arrivals} people of your import`)]);
  });

  it('is one reminder of those who have not', async () => {
    await onDay(12.1);
    await until('the reminder', () => told('not accepted yet').length > 0);
    expect(told('not accepted yet')).toEqual([expect.stringContaining(`${rows - arrivals} people of your import`)]);
  });

  it('is one message about those who never did', async () => {
    await onDay(14.1);
    await until('the end', async () => (await actors.type('/kinvite list expired')).includes(`${rows - arrivals} inv`));
    expect(told('expired')).toEqual([]);
    await onDay(14.2);
    await until('the message', () => told('expired').length > 0);
    expect(told('expired')).toEqual([expect.stringMatching(/invitations of 55 people.*\n(?:.*\n)+.*35 more people/)]);
  });

  it('asks nothing of the platforms that they do not document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });
});
