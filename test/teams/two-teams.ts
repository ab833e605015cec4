import Database from 'better-sqlite3';
import { chatUser, team } from '../support/fake-chat.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeWorld } from '../support/fake-world.ts';
import { botId } from '../support/fake-inbox.ts';
import { openTemporaryStore } from '../support/temporary-store.ts';
import { typistIn, type Typist } from '../commands/typist.ts';

export const otherTeam = { id: 'other', name: 'other', displayName: 'Other' };

/** What the people of the second team are called, and nobody and nothing in the first one. */
export const hidden = ['Zander', 'zebra', 'Zither', 'Zorro', 'zacharias'];

export interface TwoTeams {
  /** Of the first team. */
  typist: Typist;
  /** Of the second one, in whose database and on whose clock the first one works as well. */
  other: Typist;
  /** Every row of the second team, by table. */
  rowsOfOther: () => Map<string, unknown[]>;
}

/**
 * Two teams in one database, on two servers that give the same ids: there are a pat, an anna and a max in both, and a
 * channel town-square.
 */
export async function openTwoTeams(): Promise<TwoTeams> {
  const clock = new FakeClock();
  const store = await openTemporaryStore(clock);
  const { id, name } = otherTeam;
  await store.registrations.saveTeam({ id, name, botUserId: botId, sealedBotToken: undefined });
  const open = async (settings: { team: typeof team }, lastName: string) => {
    const world = new FakeWorld(clock, store, { ...settings, approvalChannel: 'hr' });
    world.chat.join(chatUser('pat', { firstName: 'Pat', lastName, locale: 'en' }));
    world.chat.join(chatUser('max', { firstName: 'Max', lastName }));
    world.chat.openChannel('town-square', { hasBot: true, teamId: settings.team.id });
    world.chat.openChannel('hr', { isPrivate: true, hasBot: true, teamId: settings.team.id });
    await world.poll();
    return typistIn(world);
  };
  return {
    typist: await open({ team }, 'Keller'),
    other: await open({ team: otherTeam }, 'Zorro'),
    rowsOfOther: () => rowsOf(store.path, otherTeam.id),
  };
}

function rowsOf(path: string, teamId: string): Map<string, unknown[]> {
  const database = new Database(path, { readonly: true });
  try {
    const tables = database
      .prepare(
        `select t.name from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and c.name = 'team_id'`,
      )
      .pluck()
      .all() as string[];
    return new Map(
      tables.map((table) => [table, database.prepare(`select * from "${table}" where team_id = ?`).all(teamId)]),
    );
  } finally {
    database.close();
  }
}
