import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { chatUser } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { openTypist, type Typist } from './typist.ts';

const known = ['pending', 'arrived', 'revoked', 'failed', 'waiting', 'member'].map((name) => `${name}@acme.ch`);
const member = { userId: 'max' };

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist({ approvalChannel: 'hr' });
  const { type, world } = typist;
  world.chat.openChannel('hr', { isPrivate: true, hasBot: true });
  world.chat.openChannel('marketing', { hasBot: true });
  world.chat.join(chatUser('max', { firstName: 'Max', lastName: 'Frei' }), chatUser('zoe'));
  world.chat.join(chatUser('member', { email: 'member@acme.ch' }));
  for (const name of ['pending', 'arrived', 'revoked']) await type(`${name}@acme.ch Jane Doe`);
  await type('revoke revoked@acme.ch');
  world.provisioning.seatsLeft = 0;
  await type('failed@acme.ch Jane Doe');
  await type('waiting@acme.ch Jane Doe', { userId: 'zoe' });
  world.provisioning.accept('arrived@acme.ch', 501);
  world.chat.join(chatUser('arrived', { email: 'arrived@acme.ch' }));
  await world.poll();
  await world.untilQuiet();
  world.clock.advance(minutes(5));
});

/** Every example of every verb, and an address alone after it. */
const lines = commands.flatMap(({ verb, examples }) => [...examples, `${verb} jane@acme.ch`, `${verb} @jane`]);
const about = (line: string, address: string) => line.replaceAll(/(?:jane|max)@acme\.ch/g, address);

/** What a member reads, without the address itself, and what was asked of others before: that takes its time. */
async function answerTo(line: string, address: string) {
  const { chat, provisioning } = typist.world;
  const before = [chat.faults.calls.length, provisioning.faults.calls.length];
  const text = await typist.type(about(line, address), member);
  const calls = [chat.faults.calls.slice(before[0]), provisioning.faults.calls.slice(before[1])];
  return { text: text.replaceAll(address, '?'), calls };
}

describe('a member who may not invite', () => {
  test('is told nothing about an address by any line', async () => {
    for (const [number, line] of [...lines, 'jane@acme.ch Jane Doe --dry-run'].entries()) {
      // Who calls is looked up once a minute.
      await typist.type('help', member);
      const strange = await answerTo(line, `stranger${number}@acme.ch`);
      for (const address of known) expect(await answerTo(line, address), line).toEqual(strange);
    }
  });

  test('is told nothing about an address by the form', async () => {
    const submit = async (email: string) => {
      await typist.type('', member);
      const values = { email, first_name: 'Jane', last_name: 'Doe', role: 'normal' };
      const result = await typist.send(values, member);
      const said = typist.world.chat.ephemerals.at(-1)?.message.replaceAll(email, '?');
      return { result, said };
    };
    const strange = await submit('stranger@acme.ch');
    expect(strange.said).toContain('I have asked the administrators');
    for (const address of known) expect(await submit(address)).toEqual(strange);
  });
});
