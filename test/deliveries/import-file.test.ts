import { beforeEach, describe, expect, test } from 'vitest';
import { createHintTaker } from '../../src/arrivals/take-hint.ts';
import type { ChatFile } from '../../src/ports/chat.ts';
import { openTypist, type Typist } from '../commands/typist.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days, minutes, seconds } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { directChannelOf } from '../support/fake-inbox.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist({ welcomeWalkIns: false });
});

const header = 'email,first_name,last_name';
const csv = (content: string | Buffer, name = 'people.csv'): ChatFile => ({
  name,
  mediaType: name.endsWith('.csv') ? 'text/csv; charset=utf-8' : '',
  content: Buffer.from(content),
});
const list = csv(`${header}\njane@acme.ch,Jane,Doe\nmax@acme.ch,Max,Frei\n`);

/** Sends files to the bot, and lets the next poll find them. */
async function send(...files: ChatFile[]): Promise<void> {
  typist.world.clock.advance(seconds(1));
  typist.world.chat.send('anna', ...files);
  await typist.world.poll();
  await typist.world.untilQuiet(minutes(60));
}
const cards = () => typist.world.chat.cardsTo('anna');
const said = (to = 'anna') => typist.world.chat.messagesTo(to).join('\n');

describe('a CSV file in a direct message', () => {
  test.each([
    ['commas', `${header}\njane@acme.ch,Jane,Doe`],
    ['semicolons and a byte order mark', '\uFEFFE-Mail;Vorname;Nachname\r\njane@acme.ch;Jané;Doe\r\n'],
  ])('with %s is offered as a pasted table is, and invites once it is confirmed', async (_what, content) => {
    await send(csv(content, 'Leute.CSV'));
    expect(cards().map(({ text }) => text)).toEqual([expect.stringContaining('1 can be invited')]);
    expect(typist.world.provisioning.invitations).toEqual([]);
    await typist.press('Invite 1');
    await typist.world.untilQuiet();
    expect(typist.world.provisioning.pendingOf('jane@acme.ch')).toHaveLength(1);
  });

  test('is read once, however often it is noticed, also after a start', async () => {
    const { world } = typist;
    const postId = world.chat.send('anna', list);
    const hint = { about: 'file', postId, channelId: directChannelOf('anna'), userId: 'anna' } as const;
    for (let time = 0; time < 2; time += 1) {
      await new Promise<void>((onOwed, onError) => {
        createHintTaker(world.deps, { onRights: () => undefined, onOwed, onError })(hint);
      });
      await world.drain();
      await world.poll();
      await world.untilQuiet(minutes(60));
    }
    world.restart();
    await world.poll();
    await world.untilQuiet(minutes(60));
    expect(cards()).toHaveLength(1);
    await send(list);
    expect(cards()).toHaveLength(2);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'is offered once although the bot dies at call %i of reading it',
    async (call) => {
      const { world } = typist;
      world.chat.send('anna', csv(`${header},phone\njane@acme.ch,Jane,Doe,1`));
      await world.poll();
      world.chat.faults.plan({ at: world.chat.faults.calls.length + call, moment: 'after' });
      await world.dieAndRestart();
      await world.untilQuiet(minutes(60));
      expect(cards()).toHaveLength(1);
      expect(said()).toBe('I leave these columns out: `phone`.');
    },
  );

  test('names the columns that it leaves out', async () => {
    await send(csv(`${header},Phone number\njane@acme.ch,Jane,Doe,123`));
    expect(said()).toBe('I leave these columns out: `Phone number`.');
    expect(cards()).toHaveLength(1);
  });

  test.each([
    ['without a header', csv('jane@acme.ch,Jane,Doe'), 'first line of the file has to name the columns'],
    ['with a header alone', csv(header), 'I found nobody'],
    ['that is empty', csv(''), 'first line of the file has to name the columns'],
    ['in another encoding', csv(Buffer.from(`${header}\nzoe@acme.ch,Zoé,Doe`, 'latin1')), 'not in UTF-8'],
    ['in UTF-16', csv(Buffer.from(`\uFEFF${header}`, 'utf16le')), 'not in UTF-8'],
    ['with too many rows', csv(`${header}\n${'a@b.ch,A,B\n'.repeat(1_001)}`), 'These are 1001 rows'],
    ['that is too large', csv(Buffer.alloc(1024 * 1024 + 1, 'x')), 'more than 1 MiB'],
    ['with an open quotation mark', csv(`${header}\n"jane@acme.ch,Jane,Doe`), 'I could not read line'],
  ])('%s is answered with what to do', async (_what, file, answer) => {
    await send(file);
    expect(said()).toContain(answer);
    expect(cards()).toEqual([]);
  });

  test('of a thousand rows that is just small enough is taken', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `p${index}@acme.ch,A,B`).join('\n');
    await send(csv(`${header}\n${rows}`.padEnd(1024 * 1024)));
    expect(cards()[0]?.text).toContain('1000 can be invited');
  });

  test('that is larger than the server says is not read to its end', async () => {
    const { chat } = typist.world;
    const fileInfo = chat.fileInfo.bind(chat);
    chat.fileInfo = async (id) => {
      const info = await fileInfo(id);
      return info && { ...info, size: 0 };
    };
    await send(csv(Buffer.alloc(1024 * 1024 + 1, 'x')));
    expect(said()).toContain('more than 1 MiB');
  });

  test('has to come alone', async () => {
    await send(list, list);
    expect(said()).toContain('one CSV file at a time');
    expect(cards()).toEqual([]);
  });

  test('waits for no import that runs: whoever sent it is told', async () => {
    const { world } = typist;
    await send(list);
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 99 });
    await typist.press('Invite 2');
    await world.drain();
    world.clock.advance(seconds(1));
    world.chat.send('anna', list);
    await world.poll();
    await world.drain();
    expect(said()).toContain('An import is running');
    expect(cards()).toHaveLength(1);
  });

  test('is not offered after all once whoever sent it was told that it can’t be', async () => {
    const { world } = typist;
    await send(list);
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: silence(), times: 99 });
    await typist.press('Invite 2');
    await world.drain();
    world.clock.advance(seconds(1));
    world.chat.send('anna', list);
    await world.poll();
    world.chat.faults.plan({ at: 'post', moment: 'after', error: silence('timeout', 'kChat') });
    await world.drain();
    world.provisioning.faults.clear();
    await typist.type('import cancel');
    await world.untilQuiet(minutes(60));
    expect(said().match(/An import is running/g)).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  test('that was deleted again is no longer spoken of', async () => {
    const { world } = typist;
    world.chat.send('anna', list);
    await world.poll();
    world.chat.sent.length = 0;
    await world.untilQuiet(minutes(60));
    expect(said()).toBe('');
  });

  test('whose content is gone has to be sent again', async () => {
    typist.world.chat.readFile = () => Promise.resolve(undefined);
    await send(list);
    expect(said()).toContain('could not get your file');
  });

  test('that kChat does not hand out for half an hour is given up, and whoever sent it is told once', async () => {
    const { world } = typist;
    world.chat.faults.plan({
      at: 'readFile',
      moment: 'before',
      error: refusal(503, undefined, {}, 'kChat'),
      times: 99,
    });
    await send(list);
    expect(said()).toBe('I could not get your file from kChat. Please send it again.');
    expect(cards()).toEqual([]);
  });

  test('in another channel is none of the bot’s business', async () => {
    const { chat } = typist.world;
    const readPost = chat.readPost.bind(chat);
    chat.readPost = async (id) => {
      const post = await readPost(id);
      return post && { ...post, channelId: 'town-square' };
    };
    await send(list);
    expect(said() + said('town-square')).toBe('');
    expect(cards()).toEqual([]);
  });

  test('older than a day is left alone', async () => {
    const { world } = typist;
    world.chat.send('anna', list);
    world.clock.advance(days(2));
    await world.poll();
    await world.drain();
    expect(cards()).toEqual([]);
  });
});

describe('a file of somebody else', () => {
  const sendAs = async (changes: Parameters<typeof chatUser>[1], file: ChatFile) => {
    const { world } = typist;
    world.chat.join(chatUser('ines', changes));
    world.chat.send('ines', file);
    await world.poll();
    await world.untilQuiet(minutes(60));
    return said('ines');
  };

  test('who may not invite is answered like the command', async () => {
    const answer = await sendAs({ locale: 'de' }, list);
    expect(answer).toBe(await typist.type('import x', { userId: 'ines' }));
    expect(answer).toContain('Anna Meier');
    expect(typist.world.chat.cardsTo('ines')).toEqual([]);
  });

  test.each([
    ['a member who sends a picture', {}, csv('x', 'cat.png')],
    ['a guest', { isGuest: true }, list],
    ['a bot', { isBot: true }, list],
    ['somebody deactivated', { isDeactivated: true }, list],
  ])('is not spoken of: %s', async (_who, changes, file) => {
    expect(await sendAs(changes, file)).toBe('');
  });
});

test('an administrator who sends something else learns what would be read', async () => {
  await send(csv('x', 'people.xlsx'));
  expect(said()).toContain('I read CSV files only');
});
