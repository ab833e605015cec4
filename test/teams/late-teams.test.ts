import { expect, it, onTestFinished } from 'vitest';
import type { ServeConfig } from '../../src/config.ts';
import { RemoteSilence } from '../../src/errors.ts';
import type { Team } from '../../src/open-team.ts';
import { Teams } from '../../src/teams.ts';
import { FakeLog } from '../support/fake-log.ts';
import { until } from '../support/until.ts';

const config = (name: string) =>
  ({ KCHAT_TEAM: name, KCHAT_URL: `https://${name}.example.test`, DEFAULT_LOCALE: 'en_GB' }) as ServeConfig;
const silence = () => new RemoteSilence({ service: 'kChat', operation: 'identify', reason: 'timeout' });

/** Teams of which the test says which can be opened. */
function start(names: readonly [string, ...string[]], broken: Set<string>) {
  const did: string[] = [];
  const open = (one: ServeConfig): Promise<Team> => {
    const name = one.KCHAT_TEAM;
    if (broken.has(name)) return Promise.reject(silence());
    const say = (what: string) => () => void did.push(`${name} ${what}`);
    const stopLater = (what: string) => () => {
      say(what)();
      return Promise.resolve();
    };
    return Promise.resolve({
      ...{ id: `id of ${name}`, name, start: say('starts'), hear: say('hears'), stopOwing: stopLater('stops owing') },
      drain: () => Promise.resolve(true),
      lead: () => {
        say('leads')();
        return { realtimeState: () => 'off', stop: stopLater('leads no more') };
      },
    } as unknown as Team);
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
    log: new FakeLog() as never,
    signal: end.signal,
    firstPauseMs: 1,
  });
  return { teams, did };
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
  const { teams, did } = start(['acme', 'late'], broken);
  await teams.open();
  teams.start();
  await teams.stopOwing();
  broken.clear();
  await until('the late team to be turned away', () => did.includes('late stops owing'));
  expect(teams.served.map(({ name }) => name)).toEqual(['acme']);
  expect(did).not.toContain('late starts');
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
