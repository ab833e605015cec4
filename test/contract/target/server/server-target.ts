import { randomBytes } from 'node:crypto';
import { startSandbox } from '../../../../sandbox/start.ts';
import { freePort } from '../../../support/free-port.ts';
import { chatApi, done, type Ask } from '../../support/chat-api.ts';
import type { ContractTarget, Newcomer, Person } from '../target.ts';
import { noteTraces } from './bot-traces.ts';
import { fillTeam } from './crowd.ts';
import { createLeavings } from './leavings.ts';
import { doorsOf, type Doors } from './people.ts';
import { makePlace, type Place } from './place.ts';
import { probe } from './probe.ts';
import type { ServerSettings } from './settings.ts';
import { startValve } from './valve.ts';

/** A real server, with a sandbox beside it for Infomaniak's part. What was made is removed when opening fails as well. */
export async function openServerTarget(settings: ServerSettings): Promise<ContractTarget> {
  const leavings = createLeavings();
  try {
    return await open(settings, leavings);
  } catch (error) {
    await leavings.removeAll();
    throw error;
  }
}

async function open(settings: ServerSettings, leavings: ReturnType<typeof createLeavings>): Promise<ContractTarget> {
  const { url, adminToken, host } = settings;
  const run = randomBytes(4).toString('hex');
  const admin = chatApi(url, adminToken);
  const provider = await startSandbox({ ratePerMinute: 6_000, seats: 200 });
  leavings.add('the sandbox', () => provider.close());
  const place = await makePlace(admin, settings.teamName, leavings);
  const doors = doorsOf(url, admin, place.team.id, leavings);
  const cast = await castOf(admin, adminToken, place, doors, run);
  const capabilities = await probe(url, admin, { ...place, ...cast });
  const port = settings.port ?? (await freePort());
  const publicUrl = settings.publicUrl ?? `http://127.0.0.1:${port}`;

  return {
    name: url,
    url,
    ...place,
    adminToken,
    capabilities,
    inviter: cast.inviter,
    member: cast.member,
    crowd: cast.canCreatePeople ? await fillTeam(doors, run) : [],
    provider,
    reach: { publicUrl, host, port },
    newcomer: (identity) => doors.letIn(identity),
    async accept(acceptUrl, identity): Promise<Newcomer> {
      await fetch(acceptUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
      return doors.letIn(identity);
    },
    async openValve() {
      if (!capabilities.canCutRealtime) throw new Error(`The realtime of ${url} can’t be cut`);
      const valve = await startValve(url);
      leavings.add('the valve', () => valve.close());
      return valve;
    },
    registering: (register) => noteTraces(admin, { teamId: place.team.id, publicUrl }, leavings, register),
    close: () => leavings.removeAll(),
  };
}

interface Cast {
  inviter: ContractTarget['inviter'];
  member: Person;
  canCreatePeople: boolean;
}

/** A team administrator and a plain member; where nobody can be created, the owner of the token plays both. */
async function castOf(admin: Ask, adminToken: string, place: Place, doors: Doors, run: string): Promise<Cast> {
  const { team, side } = place;
  try {
    const person = async (firstName: string, lastName: string): Promise<Person> => {
      const someone = await doors.letIn({ email: `${firstName}.${run}@example.test`, firstName, lastName });
      await done(admin('POST', `/channels/${side.id}/members`, { user_id: someone.id }));
      return someone;
    };
    const inviter = await person('Pat', 'Keller');
    await done(admin('PUT', `/teams/${team.id}/members/${inviter.id}/roles`, { roles: 'team_user team_admin' }));
    const member = await person('Max', 'Muster');
    return { inviter: { ...inviter, displayName: 'Pat Keller' }, member, canCreatePeople: true };
  } catch (error) {
    process.stderr.write(`Nobody can be created there (${String(error)}), so much will be skipped.\n`);
    const { id, username, first_name, last_name } = (await done(admin('GET', '/users/me'))).body;
    const displayName = `${first_name} ${last_name}`.trim() || username;
    const owner = { id, username, displayName, token: adminToken };
    return { inviter: owner, member: owner, canCreatePeople: false };
  }
}
