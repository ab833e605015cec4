import { beforeEach, expect, it } from 'vitest';
import { oweBackup } from '../../src/deliveries/owe-backup.ts';
import { BackupError } from '../../src/errors.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

let world: FakeWorld;
let made: number[];
let isBroken: boolean;
beforeEach(async () => {
  world = await openWorld();
  made = [];
  isBroken = false;
  world.deps.backups = {
    make: (at) => {
      if (isBroken) return Promise.reject(new BackupError('ENOSPC', 'The disk is full.'));
      made.push(at);
      return Promise.resolve(`copy ${at}`);
    },
    newest: () => Promise.resolve(made.at(-1)),
  };
  // The jobs are built anew, with the folder.
  world.restart();
});

it('a tick owes one copy, however many processes tick', async () => {
  await oweBackup(world.deps);
  await oweBackup(world.deps);
  await world.untilQuiet();
  expect(made).toEqual([world.clock.now()]);
  world.clock.advance(days(1));
  await oweBackup(world.deps);
  await world.untilQuiet();
  expect(made).toHaveLength(2);
});

it('a copy that can’t be made is tried again', async () => {
  isBroken = true;
  const at = world.clock.now();
  await oweBackup(world.deps);
  await world.drain();
  isBroken = false;
  await world.untilQuiet();
  expect(made).toEqual([at]);
  expect(world.clock.now() - at).toBeLessThanOrEqual(minutes(1));
});

it('is given up at last, and the administrators are told', async () => {
  world.chat.join(chatUser('anna', { isSystemAdmin: true }));
  await world.store.people.add({ teamId: team.id, userId: 'anna', firstSeenAt: world.clock.now() });
  isBroken = true;
  await oweBackup(world.deps);
  await world.untilQuiet();
  expect(await world.store.deliveries.unfinishedPage(team.id, 'dead', 5)).toMatchObject([
    { kind: 'backup', lastError: '#no_backup:ENOSPC' },
  ]);
  expect(world.chat.messagesTo('anna')).toEqual([expect.stringContaining('- 1 × `backup`')]);
});
