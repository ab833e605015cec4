import { beforeEach, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../src/metrics/create-metrics.ts';
import type { GaugeSources, TeamSources } from '../../src/metrics/gauges.ts';
import type { DeliveryTally } from '../../src/ports/delivery-store.ts';
import type { Observe } from '../../src/ports/observe.ts';
import type { RealtimeState } from '../../src/ports/realtime.ts';
import { FakeClock, hours, minutes, seconds } from '../support/fake-clock.ts';

const clock = new FakeClock();
let tallies: DeliveryTally[];
let asked: number;
let realtime: RealtimeState;
let metrics: Metrics;
let observe: Observe;

function start(changes: Partial<GaugeSources> & { team?: Partial<TeamSources> } = {}): Metrics {
  const acme: TeamSources = {
    name: 'acme',
    kinds: ['welcome', 'poll'],
    tally: () => {
      asked += 1;
      return Promise.resolve(tallies);
    },
    budget: () => ({ used: 3, left: 52, waiting: 1 }),
    realtime: () => realtime,
    ...changes.team,
  };
  const started = createMetrics('1.2.3', { clock, teams: () => [acme], held: () => ['late'], ...changes });
  observe = started.observeIn('acme');
  return started;
}

beforeEach(() => {
  tallies = [];
  asked = 0;
  realtime = 'off';
  metrics = start();
});

/** The value of one line, such as `name{label="x"}`; undefined when it is not printed. */
async function value(line: string): Promise<number | undefined> {
  const { text } = await metrics.print();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

describe('what happens is counted', () => {
  it('answers by verb, by how they were asked for and by outcome', async () => {
    observe({ happened: 'answer', verb: 'invite', by: 'command', outcome: 'answered', durationMs: 300 });
    observe({ happened: 'answer', verb: 'invite', by: 'command', outcome: 'mistake', durationMs: 2_600 });
    expect(await value('kchat_invite_commands_total{team="acme",verb="invite",by="command",outcome="mistake"}')).toBe(
      1,
    );
    const seconds = 'kchat_invite_command_duration_seconds';
    expect(await value(`${seconds}_bucket{le="0.5",team="acme",verb="invite",by="command"}`)).toBe(1);
    expect(await value(`${seconds}_sum{team="acme",verb="invite",by="command"}`)).toBeCloseTo(2.9);
  });

  it('replies by route and status', async () => {
    metrics.observe({ happened: 'reply', route: '/kchat/command', status: 401, durationMs: 40 });
    const line = 'kchat_invite_reply_duration_seconds_bucket{le="0.05",route="/kchat/command",status="401"}';
    expect(await value(line)).toBe(1);
  });

  it('attempts by kind and outcome', async () => {
    observe({ happened: 'attempt', kind: 'welcome', outcome: 'retried', durationMs: 700 });
    expect(await value('kchat_invite_delivery_attempts_total{team="acme",kind="welcome",outcome="retried"}')).toBe(1);
    expect(await value('kchat_invite_delivery_attempt_duration_seconds_sum{team="acme",kind="welcome"}')).toBeCloseTo(
      0.7,
    );
  });

  it.each([
    [200, 'answered'],
    [302, 'refused'],
    [404, 'refused'],
    [429, 'rate_limited'],
    [503, 'failed'],
    [undefined, 'silent'],
  ])('a request to the provider that ends with %s as %s', async (status, outcome) => {
    observe({ happened: 'provider_request', operation: 'GET /x/{account}', status, durationMs: 90 });
    expect(
      await value(
        `kchat_invite_provider_requests_total{team="acme",operation="GET /x/{account}",outcome="${outcome}"}`,
      ),
    ).toBe(1);
    expect(await value('kchat_invite_provider_request_duration_seconds_count{team="acme"}')).toBe(1);
  });

  it('invitations, arrivals and the time to accept', async () => {
    observe({ happened: 'invitation', invitation: 'one' });
    observe({ happened: 'acceptance', invitation: 'one', afterMs: hours(3) });
    observe({ happened: 'arrival', as: 'invited', invitation: 'one' });
    observe({ happened: 'arrival', as: 'walk_in', invitation: undefined });
    expect(await value('kchat_invite_invitations_total{team="acme"}')).toBe(1);
    expect(await value('kchat_invite_arrivals_total{team="acme",as="walk_in"}')).toBe(1);
    expect(await value('kchat_invite_time_to_accept_seconds_bucket{le="3600",team="acme"}')).toBe(0);
    expect(await value('kchat_invite_time_to_accept_seconds_bucket{le="14400",team="acme"}')).toBe(1);
    // An id of one invitation would make a series of its own for each.
    expect((await metrics.print()).text).not.toContain('"one"');
  });
});

describe('what stands is looked up', () => {
  const ready = { kind: 'welcome', state: 'ready', count: 3 } as const;

  it('deliveries by kind and state, also those of which there are none', async () => {
    tallies = [{ ...ready, oldestRunAt: clock.now() }];
    expect(await value('kchat_invite_deliveries{team="acme",kind="welcome",state="ready"}')).toBe(3);
    expect(await value('kchat_invite_deliveries{team="acme",kind="poll",state="dead"}')).toBe(0);
  });

  it('for how long the oldest has been due; what was given up is not due', async () => {
    tallies = [
      { ...ready, oldestRunAt: clock.now() - minutes(2) },
      { kind: 'poll', state: 'dead', count: 1, oldestRunAt: 0 },
    ];
    expect(await value('kchat_invite_oldest_due_age_seconds{team="acme"}')).toBe(120);
  });

  it('nothing is due when all that waits is for later, or nothing waits', async () => {
    expect(await value('kchat_invite_oldest_due_age_seconds{team="acme"}')).toBe(0);
    clock.advance(minutes(1));
    tallies = [{ ...ready, oldestRunAt: clock.now() + hours(1) }];
    expect(await value('kchat_invite_oldest_due_age_seconds{team="acme"}')).toBe(0);
  });

  it('the deliveries are counted at most once in five seconds', async () => {
    await metrics.print();
    clock.advance(seconds(4));
    await Promise.all([metrics.print(), metrics.print()]);
    expect(asked).toBe(1);
    clock.advance(seconds(1));
    await metrics.print();
    expect(asked).toBe(2);
  });

  it('a database that does not answer leaves its numbers out, and is asked again the next time', async () => {
    let isBroken = true;
    metrics = start({
      team: { tally: () => (isBroken ? Promise.reject(new Error('disk')) : Promise.resolve(tallies)) },
    });
    expect(await value('kchat_invite_deliveries{team="acme",kind="welcome",state="ready"}')).toBeUndefined();
    expect(await value('kchat_invite_oldest_due_age_seconds{team="acme"}')).toBeUndefined();
    expect(await value('kchat_invite_provider_budget{team="acme",state="used"}')).toBe(3);
    isBroken = false;
    expect(await value('kchat_invite_oldest_due_age_seconds{team="acme"}')).toBe(0);
  });

  it('the provider’s budget', async () => {
    expect(await value('kchat_invite_provider_budget{team="acme",state="left"}')).toBe(52);
    expect(await value('kchat_invite_provider_budget{team="acme",state="waiting"}')).toBe(1);
  });

  it('whether realtime works, unless it is off', async () => {
    realtime = 'connected';
    expect(await value('kchat_invite_realtime_connected{team="acme"}')).toBe(1);
    realtime = 'disconnected';
    expect(await value('kchat_invite_realtime_connected{team="acme"}')).toBe(0);
    realtime = 'off';
    expect(await value('kchat_invite_realtime_connected{team="acme"}')).toBeUndefined();
  });

  it('the age of the last poll that went well, at first that of the program', async () => {
    clock.advance(minutes(1));
    expect(await value('kchat_invite_poll_age_seconds{team="acme"}')).toBe(60);
    observe({ happened: 'attempt', kind: 'poll', outcome: 'dead', durationMs: 1 });
    expect(await value('kchat_invite_poll_age_seconds{team="acme"}')).toBe(60);
    observe({ happened: 'attempt', kind: 'poll', outcome: 'done', durationMs: 1 });
    expect(await value('kchat_invite_poll_age_seconds{team="acme"}')).toBe(0);
  });

  it('the age of the last poll of a team that came late, at first since it came', async () => {
    metrics = start({ team: { name: 'late' } });
    clock.advance(minutes(1));
    metrics.observeIn('late');
    expect(await value('kchat_invite_poll_age_seconds{team="late"}')).toBe(0);
  });

  it('the age of the newest copy of the database, at first that of the program, where copies are made', async () => {
    const made: number[] = [];
    expect(await value('kchat_invite_backup_age_seconds')).toBeUndefined();
    metrics = start({ newestBackup: () => Promise.resolve(made.at(-1)) });
    clock.advance(minutes(2));
    expect(await value('kchat_invite_backup_age_seconds')).toBe(120);
    made.push(clock.now() - minutes(1));
    expect(await value('kchat_invite_backup_age_seconds')).toBe(60);
  });

  it('what runs, and the process', async () => {
    expect(await value(`kchat_invite_build_info{version="1.2.3",node="${process.version}"}`)).toBe(1);
    expect(await value('process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('which teams are served, and which are not', async () => {
    expect(await value('kchat_invite_team_served{team="acme"}')).toBe(1);
    expect(await value('kchat_invite_team_served{team="late"}')).toBe(0);
  });

  it('each team has numbers of its own', async () => {
    metrics.observeIn('other')({ happened: 'invitation', invitation: 'one' });
    expect(await value('kchat_invite_invitations_total{team="other"}')).toBe(1);
    expect(await value('kchat_invite_invitations_total{team="acme"}')).toBe(0);
  });

  it('each program has numbers of its own', async () => {
    observe({ happened: 'invitation', invitation: 'one' });
    metrics = start();
    expect(await value('kchat_invite_invitations_total{team="acme"}')).toBe(0);
  });
});
