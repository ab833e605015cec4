import { expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

it('a refused bot token stops the work, says what to do, and loses nothing', async () => {
  const stage = await openStage();
  try {
    const { kchat } = stage.sandbox.world;
    const actors = actorsOn(stage);
    const botId = actors.person('euria-welcome').id;
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const mail = await actors.mailTo('jane.doe@acme.ch');

    const [token = ''] = [...kchat.tokens].find(([, owner]) => owner === botId) ?? [];
    kchat.tokens.delete(token);
    const janeId = await actors.accept(mail);
    const readiness = await until('the unready state', async () => {
      const response = await fetch(`${stage.botUrl}/readyz`);
      return response.status === 503 && ((await response.json()) as { advice?: { kchat?: string } });
    });
    expect(readiness.advice?.kchat).toContain('npm run register');
    // A balancer that sent commands nowhere would keep people from reading why.
    const forBalancers = await fetch(`${stage.botUrl}/readyz/commands`);
    expect(await forBalancers.json()).toEqual({ ready: true, checks: { database: 'ok' } });
    await until('the log line', () => stage.bot().output().includes('refuses the bot’s token'));
    const byMember = await actors.type('/kinvite list', { token: stage.sandbox.tokens.member });
    expect(byMember).toContain('no longer accepts my token');
    expect(actors.messagesTo(janeId)).toEqual([]);

    kchat.tokens.set(token, botId);
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    await until('readiness', async () => (await fetch(`${stage.botUrl}/readyz`)).ok);
    expect(actors.messagesTo(janeId)).toHaveLength(1);
    expect(
      stage
        .bot()
        .output()
        .match(/refuses the bot’s token/g),
    ).toHaveLength(1);
  } finally {
    await stage.close();
  }
});

it('a single call that is refused with 401 is not taken for a refused token', async () => {
  const stage = await openStage();
  try {
    const { sandbox, botUrl } = stage;
    const actors = actorsOn(stage);
    const welcomes = { service: 'kchat', method: 'POST', path: '/channels/direct$' } as const;
    sandbox.faults.add({ ...welcomes, mode: 'status', status: 401, when: 'before' });
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));

    // The same delivery again: each attempt counts, and the rest of the work goes on.
    await until('the second attempt', () => /"attempt":2.*tried again/.test(stage.bot().output()));
    await until('the notice', () => actors.noticesIn('town-square').length > 0);
    expect((await fetch(`${botUrl}/readyz`)).status).toBe(200);
    expect(stage.bot().output()).not.toContain('refuses the bot’s token');

    sandbox.faults.clear();
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    expect(actors.messagesTo(janeId)).toHaveLength(1);
  } finally {
    await stage.close();
  }
});
