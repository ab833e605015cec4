import { expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const rows = 60;
const kills = 3;

it('an import that is killed three times invites each person once', async () => {
  const stage = await openStage({ seats: rows + 100 });
  try {
    const { sandbox } = stage;
    const { provider, kchat } = sandbox.world;
    const actors = actorsOn(stage);
    const patId = actors.person('pat.keller').id;
    const people = Array.from({ length: rows }, (_, index) => `person${index}@example.test,Person,Nr${index}`);
    const reply = await actors.type(`/kinvite import email,first_name,last_name\n${people.join('\n')}`);
    expect(reply).toContain(`${rows} can be invited`);

    const card = await until('the offer', () => actors.cardsTo(patId).at(-1));
    await actors.press(card.id, `Invite ${rows}`);

    for (let kill = 1; kill <= kills; kill += 1) {
      await until('some progress', () => provider.invitations.length >= (kill * rows) / (kills + 1));
      await stage.kill();
      await stage.restart();
    }
    await until('the end', () =>
      kchat.posts.some(({ id, message }) => id === card.id && message.includes('has ended')),
    );
    const addresses = provider.invitations.map(({ email }) => email);
    expect(new Set(addresses).size).toBe(rows);
    expect(addresses).toHaveLength(rows);
    expect(provider.invitations.every(({ status, ksuite }) => status === 'pending' && ksuite)).toBe(true);
  } finally {
    await stage.close();
  }
});
