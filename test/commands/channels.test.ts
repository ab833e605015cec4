import { beforeEach, describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'jane@acme.ch';
let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
  for (const name of ['ideas', 'sales']) typist.world.chat.openChannel(name, { hasBot: true });
});

const arrive = async () => {
  const { world } = typist;
  world.provisioning.accept(email, 501);
  world.chat.join(chatUser('jane', { email }));
  await world.poll();
  await world.untilQuiet();
};

describe('the channels of newcomers', () => {
  test('are joined by everybody invited here, those of the invitation as well, and named in the welcome', async () => {
    const { type, world } = typist;
    await type('channels add ~ideas');
    await type(`${email} Jane Doe --channel ~sales`);
    await arrive();
    expect(world.chat.members).toContain('ideas:jane');
    expect(world.chat.members).toContain('sales:jane');
    expect(world.chat.messagesTo('jane')[0]).toMatch(/~sales.*~ideas/);
  });

  test('count as they are on the day of the arrival', async () => {
    const { type, world } = typist;
    await type('channels add ~sales');
    await type(`${email} Jane Doe`);
    await type('channels remove ~sales');
    await type('channels add ~ideas');
    await arrive();
    expect(world.chat.members).toContain('ideas:jane');
    expect(world.chat.members).not.toContain('sales:jane');
  });

  test('are joined once though the invitation names them too', async () => {
    const { type } = typist;
    await type('channels add ~ideas');
    await type(`${email} Jane Doe --channel ~ideas`);
    await arrive();
    expect(await type(`status ${email}`)).toMatch(/^(?!.*Added to channel.*Added to channel).*$/s);
  });

  test('are shown, added and removed, and every mistake is explained', async () => {
    const { type } = typist;
    expect(await type('channels')).toContain('channels add ~marketing');
    expect(await type('channels add ideas')).toContain('joins ~ideas');
    expect(await type('channels add ~ideas')).toContain('among them already');
    expect(await type('channels')).toContain('joins ~ideas on arrival');
    expect(await type('channels remove ~ideas')).toContain('no longer join ~ideas');
    expect(await type('channels remove ~ideas')).toContain('is not among them');
    expect(await type('channels add ~nowhere')).toContain('There is no channel');
    expect(await type('channels frobnicate')).toContain('`/kinvite channels add ~name`');
  });

  test('are the administrators’ affair', async () => {
    typist.world.chat.join(chatUser('max'));
    expect(await typist.type('channels add ~ideas', { userId: 'max' })).toContain('Only kChat administrators');
  });
});
