import { beforeEach, expect, it } from 'vitest';
import { oweFile } from '../../src/arrivals/owe-looks.ts';
import { singleUse } from '../../src/command-line/single-use.ts';
import { deliveryKeys } from '../../src/invitations/delivery-keys.ts';
import type { Settings } from '../../src/invitations/dependencies.ts';
import type { Store } from '../../src/ports/store.ts';
import { FakeClock, minutes } from '../support/fake-clock.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { owedPoll } from './owed-poll.ts';

const clock = new FakeClock();
let store: Store;
beforeEach(async () => {
  store = await openTemporaryStore(clock);
  await store.registrations.saveTeam({ id: 'other', name: 'other', botUserId: 'bot', sealedBotToken: undefined });
});

const owe = (teamId: string, key: string, runAt = clock.now()) =>
  store.deliveries.enqueue({ ...owedPoll({ dedupeKey: key, target: key, runAt }), teamId });
const claim = async (teamId: string, holder = 'process') => {
  const claimed = await store.deliveries.claim({ teamId, now: clock.now(), holder, leaseMs: minutes(5), limit: 8 });
  return claimed.map(({ dedupeKey }) => dedupeKey);
};

it('a team gets its own deliveries alone, however much another one is owed', async () => {
  for (let number = 0; number < 50; number += 1) await owe('other', `other ${number}`, clock.now() - minutes(1));
  await owe('team', 'mine');
  expect(await claim('team')).toEqual(['mine']);
  expect(await claim('other')).toHaveLength(8);
});

it('only teams for which something is due that nobody works on are worth a look', async () => {
  const due = () => store.deliveries.teamsDue(['team', 'other', 'unknown'], clock.now());
  await owe('team', 'later', clock.now() + 1);
  expect(await due()).toEqual([]);
  await owe('other', 'now');
  expect(await due()).toEqual(['other']);
  expect(await store.deliveries.teamsDue(['team'], clock.now())).toEqual([]);
  await claim('other');
  expect(await due()).toEqual([]);
  clock.advance(minutes(5));
  expect((await due()).sort()).toEqual(['other', 'team']);
});

it('what is due is seen whether or not anything else is known of the team', async () => {
  await owe('nameless', 'now');
  expect(await store.deliveries.teamsDue(['team', 'nameless'], clock.now())).toEqual(['nameless']);
});

it('what a process has claimed in one team stays its own when it lets go of another team’s', async () => {
  await owe('team', 'mine');
  await owe('other', 'theirs');
  await claim('team');
  await claim('other');
  await store.deliveries.releaseBut('team', 'process', []);
  expect(await claim('team')).toEqual(['mine']);
  expect(await claim('other')).toEqual([]);
});

it('a key says nothing about another team’s delivery, and does nothing to it', async () => {
  await owe('other', 'theirs');
  expect(await store.deliveries.byKey('team', 'theirs')).toBeUndefined();
  expect(await store.deliveries.settle('team', 'theirs', 'needless', clock.now())).toBe(false);
  expect(await claim('other')).toEqual(['theirs']);
});

it('what ended and what expired is forgotten team by team', async () => {
  await owe('other', 'theirs');
  await store.deliveries.settle('other', 'theirs', 'needless', clock.now());
  await store.tickets.use({ id: 'ticket', teamId: 'other', expiresAt: clock.now() });
  const later = clock.now() + 1;
  await store.deliveries.forgetEnded('team', 'poll', later);
  await store.tickets.forgetExpired('team', later);
  expect(await store.deliveries.byKey('other', 'theirs')).toBeDefined();
  expect(await store.tickets.use({ id: 'ticket', teamId: 'other', expiresAt: later })).toBe(false);
});

it('files in posts of the same id are read in both teams, once in each', async () => {
  const sent = { postId: 'post', channelId: 'direct', userId: 'pat' };
  for (const id of ['team', 'other', 'team', 'other']) {
    const settings = { team: { id, name: id, displayName: id }, botUserId: 'bot' } as Settings;
    await oweFile({ store, clock, settings }, sent);
  }
  for (const teamId of ['team', 'other']) {
    expect(await store.deliveries.unfinishedPage(teamId, 'ready', 9)).toMatchObject([{ kind: 'import_file' }]);
  }
});

it('a trigger of the same id is used up by each team for itself', async () => {
  const write = (teamId: string) =>
    singleUse(store, clock, { teamId, id: 'trigger' }).transaction(() => Promise.resolve('written'));
  await expect(write('team')).resolves.toBe('written');
  await expect(write('other')).resolves.toBe('written');
  await expect(write('team')).rejects.toThrow();
});

it('every key of a delivery holds its team’s id, or one that is made here', () => {
  const ours = ['teamId', 'invitationId', 'importId', 'noticeId'];
  const first = Object.entries(deliveryKeys).map(([name, key]) => [name, /\((\w+)/.exec(key.toString())?.[1] ?? '']);
  expect(first.filter(([, parameter = '']) => !ours.includes(parameter))).toEqual([['importFile', 'postId']]);
});
