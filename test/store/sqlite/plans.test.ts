import { describe, expect, it } from 'vitest';
import { team } from '../../support/fake-chat.ts';
import { planOf, readingSteps } from './plan-of.ts';

describe('however many rows there are', () => {
  it('a tally reads none that is done: it finds all it asks for in two small indexes', async () => {
    const plan = await planOf((store) => store.deliveries.tally(team.id), ['t', 'ready', 't', 'dead']);
    expect(readingSteps(plan)).toEqual([
      expect.stringContaining('USING COVERING INDEX delivery_queue'),
      expect.stringContaining('USING COVERING INDEX delivery_given_up'),
    ]);
  });

  it('the newest invitation of an address is found at once', async () => {
    const plan = await planOf((store) => store.invitations.latest(team.id, 'jane@acme.ch'));
    expect(plan).toEqual(['SEARCH invitation USING INDEX invitation_by_email (team_id=? AND email=?)']);
  });

  it('what happened to an invitation is found at once, in order', async () => {
    const plan = await planOf((store) => store.invitations.events(team.id, 'one'));
    expect(plan).toEqual(['SEARCH invitation_event USING INDEX invitation_event_by_invitation (invitation_id=?)']);
  });

  it('a page is found in order', async () => {
    const plan = await planOf((store) => store.invitations.page(team.id, { state: 'pending', limit: 20, offset: 40 }));
    expect(plan).toEqual(['SEARCH invitation USING INDEX invitation_by_state (team_id=? AND state=?)']);
  });
});
