import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { answerAll, type Answering } from '../../src/answering.ts';
import { ForgedTicketError } from '../../src/command-line/redeem-ticket.ts';
import { days } from '../support/fake-clock.ts';
import { team } from '../support/fake-chat.ts';
import { hidden, openTwoTeams, otherTeam, type TwoTeams } from './two-teams.ts';

let teams: TwoTeams;
/** Of the second team: whatever somebody of the first could name. */
let ids: string[];
beforeEach(async () => {
  teams = await openTwoTeams();
  ids = await fillOther(teams);
  await fillOwn(teams);
});

/** Everybody in it has names that no one of the first team has; addresses and ids may be the same. */
async function fillOther({ other }: TwoTeams): Promise<string[]> {
  const { world, type } = other;
  const { chat, provisioning, store } = world;
  chat.openChannel('zebra', { hasBot: true, teamId: otherTeam.id });
  await type('channels add ~zebra');
  await type('jane@acme.ch Jane Zander --channel ~zebra');
  await type('only@acme.ch Olga Zander');
  await type('erna@acme.ch Erna Zander');
  // Whom nobody of the first team asks for by name.
  await type('zacharias@acme.ch Zeno Zander');
  await type('guest gus@acme.ch ~zebra');
  await world.untilQuiet();
  await type('asked@acme.ch Ada Zander --note "Zither"', { userId: 'max' });
  await type('import email,first_name,last_name\nlist@acme.ch,Lina,Zander');
  await store.welcomes.save({
    ...{ teamId: otherTeam.id, part: 'first', locale: 'en_GB', text: 'Zither for {name}', afterDays: undefined },
    ...{ changedAt: world.clock.now(), changedBy: 'anna' },
  });
  provisioning.workTeams.push({ id: 9, name: 'Zither' });
  await type('welcome set');
  await world.untilQuiet();
  const all = await store.invitations.page(otherTeam.id, { state: undefined, limit: 50, offset: 0 });
  expect(all.length).toBeGreaterThan(4);
  const offer = await store.imports.offerOf(otherTeam.id, 'anna');
  const asked = all.filter(({ email }) => !email.startsWith('zacharias'));
  return [...asked.flatMap(({ id, email }) => [id, email]), offer?.id ?? '', 'zed', otherTeam.id, otherTeam.name];
}

async function fillOwn({ typist: { world, type } }: TwoTeams): Promise<void> {
  await type('jane@acme.ch Jane Doe');
  await type('own@acme.ch Otto Own');
  await world.untilQuiet();
}

/** Each verb gets these, and a new verb as well, without anybody thinking of it. */
const wordsAfter = (argument: string) => [
  argument,
  `${argument} --confirm`,
  `show ${argument}`,
  `add ${argument}`,
  `remove ${argument}`,
  `approve ${argument}`,
  `deny ${argument}`,
  `confirm ${argument}`,
  `test ${argument}`,
];
const alone = [
  '',
  'all',
  'pending',
  'accepted',
  'awaiting_approval',
  'confirm',
  'show',
  'show de',
  'test',
  'set',
  '2',
  '400',
];

/** All that the first team’s people, files, charts, cards and forms say. */
const told = ({ typist: { world } }: TwoTeams, replies: readonly string[]) =>
  JSON.stringify([
    replies,
    world.chat.posts,
    [...world.chat.cards.values()],
    [...world.chat.files.values()].map(({ content, ...file }) => [file, Buffer.from(content).toString('utf8')]),
    world.chat.forms,
    world.chat.ephemerals,
    world.chat.lateReplies,
    world.charts,
    world.log,
  ]);

describe.each(commands.map(({ verb }) => verb))('the verb %s', (verb) => {
  it('tells one team nothing of another, and changes nothing there, whatever it is asked for', async () => {
    const { typist, other, rowsOfOther } = teams;
    const before = rowsOfOther();
    expect(before.get('invitation')?.length).toBeGreaterThan(4);
    const posts = other.world.chat.posts.length;
    const replies: string[] = [];
    for (const words of [...alone, ...ids.flatMap(wordsAfter)]) {
      replies.push(await typist.type(`${verb} ${words}`.trim()));
    }
    await typist.world.untilQuiet();
    await typist.world.poll();

    expect(replies.join('').length).toBeGreaterThan(100);
    const text = told(teams, replies);
    for (const word of hidden) expect(text).not.toContain(word);
    expect(rowsOfOther()).toEqual(before);
    expect(other.world.chat.posts).toHaveLength(posts);
  });
});

it('what comes by itself tells nothing of another team either: digest, reports, reminders, looks', async () => {
  const { typist, rowsOfOther } = teams;
  const before = rowsOfOther();
  for (let day = 0; day < 15; day += 1) {
    typist.world.clock.advance(days(1));
    await typist.world.poll();
    await typist.world.untilQuiet();
  }
  const text = told(teams, []);
  for (const word of hidden) expect(text).not.toContain(word);
  expect(rowsOfOther()).toEqual(before);
});

it('numbers count one’s own team alone', async () => {
  const numbers = async ({ typist }: TwoTeams) => {
    const reply = await typist.type('stats 30');
    await typist.world.untilQuiet();
    return { reply, charts: typist.world.charts };
  };
  const alone = await openTwoTeams();
  await fillOwn(alone);
  expect(await numbers(teams)).toEqual(await numbers(alone));
});

describe('a button or a form of another team', () => {
  const ticketsOfOther = () => {
    const { chat } = teams.other.world;
    const buttons = [...chat.cards.values()].flatMap((card) => card.buttons.map(({ ticket }) => ticket));
    return [...buttons, ...chat.forms.map(({ ticket }) => ticket)];
  };

  it('is refused, and not used up', async () => {
    const { typist, rowsOfOther } = teams;
    const before = rowsOfOther();
    const tickets = ticketsOfOther();
    expect(tickets.length).toBeGreaterThan(5);
    for (const ticket of tickets) {
      await expect(typist.press('', { ticket })).rejects.toThrow(ForgedTicketError);
      await expect(typist.send({}, { ticket })).rejects.toThrow(ForgedTicketError);
    }
    expect(rowsOfOther()).toEqual(before);
  });

  it('is refused before any team sees it when it comes from another server’s team', async () => {
    const [ticket = ''] = ticketsOfOther();
    const seen: string[] = [];
    const answering = (id: string, url: string): Answering => ({
      ...{ id, name: id, url, locale: 'en_GB' },
      answer: () => Promise.reject(new Error('not asked')),
      press: () => (seen.push(id), Promise.resolve({})),
      submit: () => (seen.push(id), Promise.resolve({})),
    });
    const served = new Map([
      [team.id, answering(team.id, 'https://acme.kchat.infomaniak.com')],
      [otherTeam.id, answering(otherTeam.id, 'https://other.kchat.infomaniak.com')],
      ['neighbour', answering('neighbour', 'https://other.kchat.infomaniak.com')],
    ]);
    const { press, submit } = answerAll({
      teamOf: (id) => served.get(id),
      tickets: teams.other.world.deps.tickets,
      within: (_ids, work) => work(),
      locale: 'en_GB',
    });
    const place = { channelId: 'c', postId: undefined, triggerId: undefined };
    const call = { ticket, userId: 'anna', place, values: {} };
    await expect(press({ ...call, teamId: team.id })).rejects.toThrow(ForgedTicketError);
    await expect(submit({ ...call, teamId: team.id })).rejects.toThrow(ForgedTicketError);
    expect(seen).toEqual([]);

    // On the same server, a person may have another of their teams open.
    for (const teamId of [undefined, otherTeam.id, 'neighbour']) await press({ ...call, teamId });
    expect(seen).toEqual([otherTeam.id, otherTeam.id, otherTeam.id]);
  });
});
