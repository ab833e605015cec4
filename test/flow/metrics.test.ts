import { expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

it('the metrics of the served program tell the story in numbers, and nobody’s name', async () => {
  const stage = await openStage();
  try {
    const { sandbox, botUrl, environment } = stage;
    const actors = actorsOn(stage);
    const metrics = async () => (await fetch(`${botUrl}/metrics`)).text();
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe --channel ~marketing');
    await actors.type('/kinvite sesame');
    const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);

    const text = await until('her arrival in numbers', async () => {
      const printed = await metrics();
      return printed.includes('kind="welcome",outcome="done"') && printed;
    });
    for (const line of [
      'kchat_invite_commands_total{team="acme",verb="invite",by="command",outcome="answered"} 1',
      'kchat_invite_commands_total{team="acme",verb="unknown",by="command",outcome="mistake"} 1',
      'kchat_invite_reply_duration_seconds_count{route="/kchat/command",status="200"} 2',
      'kchat_invite_delivery_attempts_total{team="acme",kind="provision",outcome="done"} 1',
      'kchat_invite_deliveries{team="acme",kind="welcome",state="dead"} 0',
      'kchat_invite_invitations_total{team="acme"} 1',
      'kchat_invite_time_to_accept_seconds_count{team="acme"} 1',
      'kchat_invite_arrivals_total{team="acme",as="invited"} 1',
      'kchat_invite_realtime_connected{team="acme"} 1',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    const creating = 'operation="POST /1/accounts/{account}/invitations",outcome="answered"';
    expect(text).toContain(`kchat_invite_provider_requests_total{team="acme",${creating}} 1\n`);
    expect(text).toMatch(/kchat_invite_provider_budget\{team="acme",state="used"\} [1-9]/);
    expect(text).toMatch(/kchat_invite_build_info\{version="\d+\.\d+\.\d+",node="v24/);

    const { kchat, provider } = sandbox.world;
    const hidden = [
      ...[...kchat.people.values()].flatMap(({ id, username, email }) => [id, username, email]),
      ...[...kchat.channels.values()].flatMap(({ id, name }) => [id, name]),
      ...[...kchat.tokens.keys(), sandbox.infomaniakToken, environment.SECRET_KEY ?? ''],
      ...provider.invitations.map(({ secret }) => secret),
      ...['Jane', 'sesame', String(sandbox.accountId), '@'],
    ];
    for (const secret of hidden.filter((one) => one !== '')) expect(text).not.toContain(secret);
  } finally {
    await stage.close();
  }
});
