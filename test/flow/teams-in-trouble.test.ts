import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/start.ts';
import type { ReadinessOfAll } from '../../src/report-readiness.ts';
import { actorsOn } from '../support/actors.ts';
import { openTeamsStage, type TeamsStage } from '../support/teams-stage.ts';
import { until } from '../support/until.ts';

const welcomedWithin = 15_000;

describe('one team’s trouble', () => {
  let stage: TeamsStage;
  let acme: Sandbox;
  let other: Sandbox;
  let people = 0;

  beforeAll(async () => {
    stage = await openTeamsStage({ names: ['acme', 'other'] });
    [acme, other] = stage.sandboxes as [Sandbox, Sandbox];
    // Nothing of its kChat answers from the beginning.
    other.faults.add({ service: 'kchat', mode: 'status', status: 503, when: 'before' });
    await stage.start();
  });
  afterAll(() => stage.close());

  const readiness = async () => {
    const response = await fetch(`${stage.botUrl}/readyz`);
    return { status: response.status, ...((await response.json()) as ReadinessOfAll) };
  };
  const reportOf = async (team: string) => (await readiness()).teams?.[team];
  const metric = async (line: string) => (await (await fetch(`${stage.botUrl}/metrics`)).text()).includes(`${line}\n`);
  const botTokenOf = ({ world: { kchat } }: Sandbox) => {
    const bot = [...kchat.people.values()].find(({ username }) => username === 'euria-welcome')?.id ?? '';
    const [token = ''] = [...kchat.tokens].find(([, owner]) => owner === bot) ?? [];
    return { token, bot };
  };
  /** Somebody is invited, accepts and is welcomed. */
  const isAtWork = async (sandbox: Sandbox) => {
    const actors = actorsOn({ sandbox });
    const email = `person-${(people += 1)}@acme.ch`;
    expect(await actors.type(`/kinvite ${email} Nora Neu`)).toContain('is invited');
    const id = await actors.accept(await actors.mailTo(email));
    await until(`the welcome in ${sandbox.teamName}`, () => actors.messagesTo(id).length > 0, welcomedWithin);
  };

  it('at the start keeps no other team from being served, and passes without a restart', async () => {
    expect(await readiness()).toMatchObject({
      ...{ status: 200, ready: true, checks: { database: 'ok' } },
      teams: {
        acme: { ready: true },
        other: { ready: false, advice: { start: expect.stringContaining('kChat') as string } },
      },
    });
    expect(await metric('kchat_invite_team_served{team="other"} 0')).toBe(true);
    expect(stage.bot().output()).toMatch(/"team":"other".*this team is not served/);
    await isAtWork(acme);

    other.faults.clear();
    await until('the other team to be served', () => metric('kchat_invite_team_served{team="other"} 1'));
    await until('it to be ready', async () => (await reportOf('other'))?.ready);
    expect(stage.bot().output()).toMatch(/"team":"other".*this team is served from now on/);
    await isAtWork(other);
  });

  it('with its token stops its own work alone', async () => {
    const { token, bot } = botTokenOf(other);
    const actors = actorsOn({ sandbox: other });
    await actors.type('/kinvite late@acme.ch Lea Late');
    const mail = await actors.mailTo('late@acme.ch');
    other.world.kchat.tokens.delete(token);
    const id = await actors.accept(mail);
    await until('its advice', async () => (await reportOf('other'))?.advice?.kchat?.includes('npm run register'));
    expect(await readiness()).toMatchObject({ status: 200, teams: { acme: { ready: true } } });
    expect(await actors.type('/kinvite list', { token: other.tokens.member })).toContain('no longer accepts my token');
    await isAtWork(acme);
    expect(actors.messagesTo(id)).toEqual([]);

    other.world.kchat.tokens.set(token, bot);
    await until('the welcome that was owed', () => actors.messagesTo(id).length > 0);
    expect(actors.messagesTo(id)).toHaveLength(1);
  });

  it('with Infomaniak takes nothing of another team’s time', async () => {
    other.faults.add({ service: 'infomaniak', mode: 'hang', when: 'before' });
    const slow = actorsOn({ sandbox: other });
    const replies = Array.from({ length: 12 }, (_, index) => slow.type(`/kinvite slow-${index}@acme.ch Sam Slow`));
    const startedAt = performance.now();
    expect(await actorsOn({ sandbox: acme }).type('/kinvite quick@acme.ch Quinn Quick')).toContain('is invited');
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    expect((await Promise.all(replies)).join()).not.toContain('is invited');
    expect(acme.world.provider.invitations.some(({ email }) => email.startsWith('slow-'))).toBe(false);
    other.faults.clear();
  });

  it('lets nobody in with one team’s token and another one’s name', async () => {
    const tokenOf = ({ world }: Sandbox) => [...world.kchat.commands.values()][0]?.token ?? '';
    const send = (token: string, teamId: string, inHeader = false) => {
      const form = { team_id: teamId, channel_id: 'c', user_id: 'u', command: '/kinvite', text: 'list' };
      return fetch(`${stage.botUrl}/kchat/command`, {
        method: 'POST',
        headers: inHeader ? { authorization: `Token ${token}` } : {},
        body: new URLSearchParams(inHeader ? form : { ...form, token }),
      });
    };
    for (const inHeader of [false, true]) {
      expect((await send(tokenOf(acme), acme.teamId, inHeader)).status).toBe(200);
      expect((await send(tokenOf(acme), other.teamId, inHeader)).status).toBe(401);
      expect((await send(tokenOf(other), acme.teamId, inHeader)).status).toBe(401);
      expect((await send(tokenOf(acme), 'nobody', inHeader)).status).toBe(401);
    }
  });
});

it('a team that is held answers that its people’s rights can’t be checked, and forgets nothing that is owed', async () => {
  const stage = await openTeamsStage({ names: ['acme', 'other'] });
  try {
    const [, other] = stage.sandboxes as [Sandbox, Sandbox];
    const { kchat } = other.world;
    const actors = actorsOn({ sandbox: other });
    const bot = actors.person('euria-welcome').id;
    const [token = ''] = [...kchat.tokens].find(([, owner]) => owner === bot) ?? [];
    kchat.tokens.delete(token);
    await stage.start();
    expect(await actors.type('/kinvite jane@acme.ch Jane Doe')).toContain('could not check with kChat');

    stage.bot().signal('SIGTERM');
    expect(await stage.bot().exited).toBe(0);
    kchat.tokens.set(token, bot);
    await stage.start();
    await until('an invitation', async () =>
      (await actors.type('/kinvite jane@acme.ch Jane Doe')).includes('is invited'),
    );
  } finally {
    await stage.close();
  }
});
