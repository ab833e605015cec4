import { expect, it, onTestFinished } from 'vitest';
import type { ServeConfig } from '../../src/config.ts';
import { ConfigurationError, RemoteSilence } from '../../src/errors.ts';
import type { Team } from '../../src/open-team.ts';
import { Teams } from '../../src/teams.ts';
import { FakeLog } from '../support/fake-log.ts';
import { until } from '../support/until.ts';

const config = (name: string) =>
  ({ KCHAT_TEAM: name, KCHAT_URL: `https://${name}.example.test`, DEFAULT_LOCALE: 'en_GB' }) as ServeConfig;
const silence = () => new RemoteSilence({ service: 'kChat', operation: 'identify', reason: 'timeout' });

/** Teams of which the test says which can be opened, why not, and for how long one does not answer. */
function start(
  names: readonly [string, ...string[]],
  broken: Set<string>,
  { fail = silence, slow }: { fail?: () => Error; slow?: { team: string; answered: Promise<unknown> } } = {},
) {
  const did: string[] = [];
  const held = new Set<string>();
  const log = new FakeLog();
  const open = async (one: ServeConfig): Promise<Team> => {
    const name = one.KCHAT_TEAM;
    if (name === slow?.team) await slow.answered;
    if (broken.has(name)) throw fail();
    const say = (what: string) => () => void did.push(`${name} ${what}`);
    const stopLater = (what: string) => () => {
      say(what)();
      return Promise.resolve();
    };
    return {
      ...{ id: `id of ${name}`, name, start: say('starts'), hear: say('hears'), stopOwing: stopLater('stops owing') },
      drain: () => Promise.resolve(true),
      isHeld: () => held.has(name),
      lead: () => {
        say('leads')();
        return { realtimeState: () => 'off', stop: stopLater('leads no more') };
      },
    } as unknown as Team;
  };
  const end = new AbortController();
  onTestFinished(() => {
    end.abort();
  });
  const [first, ...others] = names;
  const teams = new Teams({
    configs: [config(first), ...others.map(config)],
    open,
    store: { registrations: { team: () => Promise.resolve(undefined) } } as never,
    within: (_ids, work) => work(),
    log: log as never,
    signal: end.signal,
    firstPauseMs: 1,
    patienceMs: 50,
  });
  return { teams, did, log, held };
}

it('a team that comes later starts, and is led where this process leads', async () => {
  const broken = new Set(['late']);
  const { teams, did } = start(['acme', 'late'], broken);
  await teams.open();
  teams.start();
  const leading = teams.lead();
  expect(did).toEqual(['acme starts', 'acme leads']);
  expect([...teams.held.keys()]).toEqual(['late']);

  broken.clear();
  await until('the late team', () => teams.served.length === 2);
  expect(did.slice(2)).toEqual(['late starts', 'late leads']);
  await until('it to be held no more', () => teams.held.size === 0);
  await leading.stop();
  expect(did.slice(4).sort()).toEqual(['acme leads no more', 'late leads no more']);
});

it('no team comes any more once the process stops', async () => {
  const broken = new Set(['late']);
  const { teams, did, log } = start(['acme', 'late'], broken);
  await teams.open();
  teams.start();
  await teams.stopOwing();
  broken.clear();
  await until('the late team to be turned away', () => did.includes('late stops owing'));
  await until('it to be over', () => teams.held.size === 0);
  expect(log.messages('info')).toEqual([]);
  expect(teams.served.map(({ name }) => name)).toEqual(['acme']);
  expect(did).not.toContain('late starts');
});

it('a team that does not answer keeps none waiting, and is served as soon as it does', async () => {
  const answer = Promise.withResolvers<undefined>();
  const { teams, did, log } = start(['acme', 'late'], new Set(), { slow: { team: 'late', answered: answer.promise } });
  await teams.open();
  teams.start();
  expect(did).toEqual(['acme starts']);
  expect(teams.held.get('late')?.advice).toContain('kChat does not answer');
  answer.resolve(undefined);
  await until('it to be held no more', () => teams.held.size === 0);
  expect(did).toEqual(['acme starts', 'late starts']);
  expect(log.messages('info')).toEqual(['this team is served from now on']);
});

it('a start that can serve nobody before something is changed ends, and says each team’s problems', async () => {
  const fail = () => new ConfigurationError(['It is not registered.']);
  const none = start(['acme', 'other'], new Set(['acme', 'other']), { fail });
  await expect(none.teams.open()).rejects.toMatchObject({
    problems: ['acme: It is not registered.', 'other: It is not registered.'],
  });
  const one = start(['acme', 'other'], new Set(['other']), { fail });
  await one.teams.open();
  expect([...one.teams.held.keys()]).toEqual(['other']);
  // kChat may answer later.
  const silent = start(['acme', 'other'], new Set(['acme', 'other']));
  await silent.teams.open();
  expect(silent.teams.served).toEqual([]);
});

it('a team that is alone ends the start, and is asked about every team', async () => {
  const { teams } = start(['acme'], new Set(['acme']));
  await expect(teams.open()).rejects.toThrow(RemoteSilence);
  const alone = start(['acme'], new Set());
  await alone.teams.open();
  expect(alone.teams.find('another')?.name).toBe('acme');
  const two = start(['acme', 'other'], new Set());
  await two.teams.open();
  expect(two.teams.find('another')).toBeUndefined();
  expect(two.teams.find('id of other')?.name).toBe('other');
});

it('news of one team reach it alone, and news of no team all', async () => {
  const { teams, did } = start(['acme', 'other'], new Set());
  await teams.open();
  teams.hear({ about: 'owed', teamId: 'id of other' });
  teams.hear({ about: 'owed', teamId: 'id of nobody' });
  expect(did).toEqual(['other hears']);
  teams.hear({ about: 'owed' });
  expect(did).toHaveLength(3);
});

it('what is all teams’ work is one’s whose own does not wait for its token', async () => {
  const { teams, held } = start(['acme', 'other'], new Set());
  expect(teams.working).toBeUndefined();
  await teams.open();
  expect(teams.working?.name).toBe('acme');
  held.add('acme');
  expect(teams.working?.name).toBe('other');
  held.add('other');
  expect(teams.working?.name).toBe('acme');
});
