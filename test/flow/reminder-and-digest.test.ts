import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/ports/clock.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const later = fileURLToPath(new URL('../support/later.ts', import.meta.url));

describe('what is told by itself, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  let patId: string;
  let laterMs = 0;

  beforeAll(async () => {
    stage = await openStage({ invitationTtlMs: 14 * dayMs, now: () => Date.now() + laterMs });
    actors = actorsOn(stage);
    patId = actors.person('pat.keller').id;
    for (const name of ['Jane', 'Max']) await actors.type(`/kinvite ${name}@acme.ch ${name} Doe`);
    await until('their cards', () => actors.cardsTo(patId).length === 2);
  });
  afterAll(() => stage.close());

  /** The program goes down, and up again on a day to come, which it is on the platforms too. */
  const onDay = async (day: number, more: Record<string, string> = {}) => {
    await stage.kill();
    laterMs = day * dayMs;
    await stage.restart({ NODE_OPTIONS: `--import=${later}`, LATER_MS: String(laterMs), ...more });
  };
  const cards = (text: string) => actors.cardsTo(patId).filter(({ message }) => message.includes(text));
  const digests = () => actors.noticesIn('town-square').filter((text) => text.includes('Invitations this week'));

  it('is the week in numbers, once, however often the clock strikes', async () => {
    await onDay(1, { DIGEST_SCHEDULE: '* * * * * *', LOG_LEVEL: 'debug' });
    await until('the digest', () => digests().length > 0);
    // The polls strike as often.
    const polls = () => stage.bot().output().split('"kind":"poll"').length;
    const before = polls();
    await until('some more ticks', () => polls() > before + 2);
    expect(digests()).toEqual([expect.stringContaining('- 2 pending')]);
    expect(digests().join()).not.toMatch(/jane|max|@/i);
  });

  it('is one reminder before the end, which renews when its button is pressed', async () => {
    await onDay(12.5);
    await until('the reminders', () => cards('have not accepted yet').length === 2);
    const [card] = cards('`jane@acme.ch`').filter(({ message }) => message.includes('have not accepted yet'));
    await actors.press(card?.id ?? '', 'Resend');
    await until('the new invitation', () => actors.invitationsOf('jane@acme.ch').length === 2);
    expect(actors.invitationsOf('jane@acme.ch').map(({ status }) => status)).toEqual(['cancelled', 'pending']);
    await onDay(13);
    await actors.type('/kinvite list');
    // The one that was pressed shows what came of it.
    expect(cards('have not accepted yet')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('max@acme.ch') as string }),
    ]);
  });

  it('is the end of an invitation that nobody answered', async () => {
    await onDay(14.5);
    const [ended] = await until('the end', () => cards('has expired').length > 0 && cards('has expired'));
    expect(ended?.message).toContain('`max@acme.ch`');
    expect(cards('has expired')).toHaveLength(1);
  });

  it('asks nothing of the platforms that they do not document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });
});
