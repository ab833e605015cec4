import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import { team } from '../../support/fake-chat.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { openTemporaryStore } from '../../support/temporary-store.ts';

/** How SQLite finds what the last statement of `ask` asks for. */
async function planOf(
  ask: (store: Store) => Promise<unknown>,
  values: readonly (string | number)[],
): Promise<string[]> {
  const store = await openTemporaryStore(new FakeClock());
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  onTestFinished(() => {
    prepare.mockRestore();
  });
  await ask(store);
  const asked = prepare.mock.calls.at(-1)?.[0] ?? '';
  const database = new Database(store.path, { readonly: true });
  onTestFinished(() => void database.close());
  const plan = database.prepare(`explain query plan ${asked}`).all(...values) as { detail: string }[];
  return plan.map(({ detail }) => detail);
}

describe('however many rows there are', () => {
  it('a tally reads none that is done: it finds all it asks for in two small indexes', async () => {
    const plan = await planOf((store) => store.deliveries.tally(team.id), ['t', 'ready', 't', 'dead']);
    expect(plan.filter((step) => /SEARCH|SCAN/.test(step))).toEqual([
      expect.stringContaining('USING COVERING INDEX delivery_queue'),
      expect.stringContaining('USING COVERING INDEX delivery_given_up'),
    ]);
  });

  it('the newest invitation of an address is found at once', async () => {
    const plan = await planOf((store) => store.invitations.latest(team.id, 'jane@acme.ch'), ['t', 'e']);
    expect(plan).toEqual(['SEARCH invitation USING INDEX invitation_by_email (team_id=? AND email=?)']);
  });

  it('what happened to an invitation is found at once, in order', async () => {
    const plan = await planOf((store) => store.invitations.events(team.id, 'one'), ['i', 't']);
    expect(plan).toEqual(['SEARCH invitation_event USING INDEX invitation_event_by_invitation (invitation_id=?)']);
  });

  it('a page is found in order', async () => {
    const plan = await planOf(
      (store) => store.invitations.page(team.id, { state: 'pending', limit: 20, offset: 40 }),
      ['t', 'pending', 40],
    );
    expect(plan).toEqual(['SEARCH invitation USING INDEX invitation_by_state (team_id=? AND state=?)']);
  });
});
