import { expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, register } from '../support/stage.ts';
import { until } from '../support/until.ts';

it('a new command token is taken while the bot serves, and the old one is refused from then on', async () => {
  const stage = await openStage();
  try {
    const actors = actorsOn(stage);
    const [command] = [...stage.sandbox.world.kchat.commands.values()];
    const oldToken = command?.token ?? '';
    expect(await actors.type('/kinvite list')).toContain('Nobody was invited');

    const said = await register(stage.environment, stage.sandbox, '--new-command-token');
    expect(said).toContain('Gave the command /kinvite a new token');
    expect(command?.token).not.toBe(oldToken);
    await until('a command with the new token', async () => (await actors.type('/kinvite list')).includes('Nobody'));
    const response = await fetch(`${stage.botUrl}/kchat/command`, {
      method: 'POST',
      headers: { authorization: `Token ${oldToken}` },
      body: new URLSearchParams(),
    });
    expect(response.status).toBe(401);
    expect(stage.bot().child.exitCode).toBeNull();
  } finally {
    await stage.close();
  }
});

it('a new secret key goes in front of the old one, which a card’s buttons still need; then the old one can go', async () => {
  const stage = await openStage();
  try {
    const actors = actorsOn(stage);
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const patId = actors.person('pat.keller').id;
    await until('the card', () => actors.cardsTo(patId).length > 0);

    const newest = 'cd'.repeat(32);
    const { SECRET_KEY = '' } = stage.environment;
    await stage.kill();
    await stage.restart({ SECRET_KEY: `${newest},${SECRET_KEY}` });
    const [card] = actors.cardsTo(patId);
    const pressed = await fetch(`${stage.sandbox.kchatUrl}/api/v4/posts/${card?.id ?? ''}/actions/button2`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.sandbox.tokens.admin}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(pressed.status).toBe(200);
    expect(actors.cardsTo(patId)[0]?.message).toContain('Revoke the invitation of');

    await stage.kill();
    await stage.restart({ SECRET_KEY: newest });
    expect(await actors.type('/kinvite list')).toContain('jane.doe@acme.ch');
  } finally {
    await stage.close();
  }
});
