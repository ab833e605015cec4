import { startSandbox, type Sandbox } from '../../../sandbox/start.ts';
import { freePort } from '../../support/free-port.ts';
import type { Identity, Named, Newcomer, Person, ContractTarget } from './target.ts';

/** More than the 200 people that a page of the roster holds. */
const crowdSize = 205;

/** The sandbox in one of its flavours, which is the provider as well. */
export async function openSandboxTarget(flavor: 'kchat' | 'mattermost'): Promise<ContractTarget> {
  const sandbox = await startSandbox({ flavor, members: crowdSize, seats: crowdSize + 100, ratePerMinute: 6_000 });
  const { people, channels } = sandbox.world.kchat;
  const port = await freePort();

  const control = (path: string, body: unknown) => post(`${sandbox.origin}/sandbox${path}`, body);
  const person = async (id: string): Promise<Person> => {
    const { token = '' } = await control('/session', { user_id: id });
    return { id, username: people.get(id)?.username ?? '', token };
  };
  const max = [...people.values()].find(({ username }) => username === 'max.muster');
  if (!max) throw new Error('The sandbox has no Max Muster');
  max.locale = 'en';
  const channel = (wanted: string): Named => {
    const { id = '', name = '' } = [...channels.values()].find(({ name }) => name === wanted) ?? {};
    return { id, name };
  };
  /** @param letIn answers with the kChat id of who has just come in */
  const arrival = async (letIn: () => Promise<{ kchat_user_id?: string }>): Promise<Newcomer> => {
    const arrivedAt = Date.now();
    const { kchat_user_id: id = '' } = await letIn();
    return { ...(await person(id)), arrivedAt };
  };

  return {
    name: `the sandbox as ${flavor}`,
    url: sandbox.kchatUrl,
    team: { id: sandbox.teamId, name: sandbox.teamName },
    adminToken: sandbox.tokens.admin,
    capabilities: {
      realtime: flavor === 'kchat' ? 'pusher' : 'mattermost',
      dialogs: true,
      buttons: true,
      files: true,
      ephemeralByMember: false,
      canCreatePeople: true,
      canCutRealtime: true,
      guests: flavor === 'kchat',
      lacksGuests: flavor === 'mattermost',
    },
    inviter: { ...(await person(administrator(sandbox))), displayName: 'Pat Keller' },
    member: await person(max.id),
    general: channel('town-square'),
    side: channel('marketing'),
    crowd: [...people.values()].filter(({ username }) => username.startsWith('member')).map(({ id }) => id),
    provider: sandbox,
    reach: { publicUrl: `http://127.0.0.1:${port}`, host: '127.0.0.1', port },
    newcomer: (identity) => arrival(() => control('/walk-in', walkIn(identity))),
    accept: (acceptUrl) => arrival(() => post(acceptUrl, {})),
    openValve: () => Promise.resolve({ url: sandbox.kchatUrl, ...sandbox.realtime }),
    registering: (register) => register(),
    close: () => sandbox.close(),
  };
}

function administrator({ world, tokens }: Sandbox): string {
  return world.kchat.tokens.get(tokens.admin) ?? '';
}

function walkIn({ email, firstName, lastName }: Identity) {
  return { email, first_name: firstName, last_name: lastName, locale: 'en_GB' };
}

interface ControlAnswer {
  token?: string;
  kchat_user_id?: string;
}

async function post(url: string, body: unknown): Promise<ControlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { connection: 'close', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as ControlAnswer;
}
