import { randomBytes } from 'node:crypto';
import { done, type Ask } from '../../support/chat-api.ts';
import type { Named } from '../target.ts';
import type { Leavings } from './leavings.ts';

export interface Place {
  team: Named;
  general: Named;
  side: Named;
}

/** A team and a channel of the suite's own; where nobody may make teams, the one that is there. */
export async function makePlace(admin: Ask, fallbackTeam: string, leavings: Leavings): Promise<Place> {
  const team = await makeTeam(admin, fallbackTeam, leavings);
  const general = await done(admin('GET', `/teams/${team.id}/channels/name/town-square`));
  const name = `contract-${randomBytes(4).toString('hex')}`;
  const side = await done(admin('POST', '/channels', { team_id: team.id, name, display_name: 'Contract', type: 'O' }));
  leavings.add(`the channel ${name}`, () => done(admin('DELETE', `/channels/${side.body.id}`)));
  return { team, general: named(general.body), side: named(side.body) };
}

async function makeTeam(admin: Ask, fallbackTeam: string, leavings: Leavings): Promise<Named> {
  const name = `contract-${randomBytes(4).toString('hex')}`;
  const made = await admin('POST', '/teams', { name, display_name: 'Contract', type: 'O' });
  if (made.status !== 201) return named((await done(admin('GET', `/teams/name/${fallbackTeam}`))).body);
  const path = `/teams/${made.body.id}`;
  leavings.add(
    `the team ${name}`,
    () => done(admin('DELETE', `${path}?permanent=true`)),
    () => done(admin('DELETE', path)),
  );
  return named(made.body);
}

function named({ id, name }: Named): Named {
  return { id, name };
}
