import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportNews } from '../../src/ports/import-news-store.ts';
import { team } from '../support/fake-chat.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';
import { newInvitation } from './new-invitation.ts';

const teamId = team.id;
let store: TemporaryStore;
beforeEach(async () => {
  store = await openTemporaryStore(new FakeClock());
  for (const id of ['import', 'other']) {
    const run = {
      id,
      teamId,
      byId: 'anna',
      byName: 'Anna',
      locale: 'fr_FR',
      trigger: 'kinvite',
      createdAt: 1,
    } as const;
    await store.imports.add(run, []);
  }
  for (const id of ['b', 'a', 'c'])
    await store.invitations.insert(newInvitation(id, { email: `${id}@acme.ch`, importId: 'import' }));
});

const news = (invitationId: string, changes: Partial<ImportNews> = {}): ImportNews => ({
  ...{ teamId, importId: 'import', message: 'expired', invitationId, dueAt: 10 },
  ...changes,
});
const taken = async (deliveryId: string) => (await store.importNews.taken(teamId, deliveryId)).map(({ id }) => id);

describe('news of an import', () => {
  it('are taken once, by the delivery that is first to ask', async () => {
    await store.importNews.add(news('b'));
    await store.importNews.add(news('a'));
    await store.importNews.take(news(''), 'first', 11);
    await store.importNews.add(news('c'));
    await store.importNews.take(news(''), 'second', 11);
    expect([await taken('first'), await taken('second')]).toEqual([['a', 'b'], ['c']]);
  });

  it('are left by who tells of something else, of another import, or of an earlier time', async () => {
    await store.importNews.add(news('a', { message: 'arrived' }));
    await store.importNews.add(news('b', { importId: 'other' }));
    await store.importNews.add(news('c', { dueAt: 11 }));
    await store.importNews.take(news(''), 'delivery', 11);
    expect(await taken('delivery')).toEqual([]);
  });

  it('of one and the same replace each other, and are to be told again', async () => {
    await store.importNews.add(news('a', { message: 'reminder' }));
    await store.importNews.take(news('', { message: 'reminder' }), 'first', 11);
    await store.importNews.add(news('a', { message: 'reminder', dueAt: 20 }));
    await store.importNews.end(teamId, 'first');
    await store.importNews.take(news('', { message: 'reminder' }), 'early', 20);
    expect(await taken('early')).toEqual([]);
    await store.importNews.take(news('', { message: 'reminder' }), 'second', 21);
    expect(await taken('second')).toEqual(['a']);
  });

  it('that were told are gone', async () => {
    await store.importNews.add(news('a'));
    await store.importNews.take(news(''), 'first', 11);
    await store.importNews.end(teamId, 'first');
    await store.importNews.take(news(''), 'second', 11);
    expect([await taken('first'), await taken('second')]).toEqual([[], []]);
  });

  it('tell of invitations as they stand now', async () => {
    await store.importNews.add(news('a'));
    await store.importNews.take(news(''), 'delivery', 11);
    await store.invitations.transition(teamId, 'a', ['requested'], 'failed');
    expect(await store.importNews.taken(teamId, 'delivery')).toMatchObject([{ state: 'failed', importId: 'import' }]);
  });
});
