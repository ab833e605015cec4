import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { team } from './fake-chat.ts';
import { botId } from './fake-inbox.ts';

/** The path of a database in a folder of its own, which goes when the test ends. */
export async function temporaryPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'bot.db');
}

/** A store, and the file it keeps everything in. */
export type TemporaryStore = Store & { path: string };

/** A real SQLite store in which the team is registered; closed when the test ends. */
export async function openTemporaryStore(clock: Clock): Promise<TemporaryStore> {
  const path = await temporaryPath();
  const store = openSqliteStore(path, clock);
  onTestFinished(() => store.close());
  await store.registrations.saveTeam({ id: team.id, name: team.name, botUserId: botId, sealedBotToken: undefined });
  return Object.assign(store, { path });
}
