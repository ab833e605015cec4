import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const email = 'jane.doe@acme.ch';

describe('nobody is let in by', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  beforeAll(async () => {
    // Without realtime nothing tells the bot that somebody’s rights have changed: it has to ask.
    stage = await openStage({ environment: { KCHAT_REALTIME: 'off' } });
    actors = actorsOn(stage);
  });
  afterAll(() => stage.close());

  /** A command as kChat sends it. */
  const send = async (text: string, trigger_id: string) => {
    const { kchat, origin } = stage.sandbox.world;
    const [command] = [...kchat.commands.values()];
    const form = {
      token: command?.token ?? '',
      team_id: kchat.team.id,
      channel_id: actors.channelId('town-square'),
      user_id: actors.person('pat.keller').id,
      command: '/kinvite',
      text,
      trigger_id,
      response_url: `${origin}/hooks/commands/recorded`,
    };
    const body = new URLSearchParams(form);
    const response = await fetch(`${stage.botUrl}/kchat/command`, { method: 'POST', body });
    return ((await response.json()) as { text: string }).text;
  };
  const pending = () => actors.invitationsOf(email).filter(({ status }) => status === 'pending').length;
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${stage.botUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return [response.status, await response.json()];
  };

  it('sending a recorded command again, even after a restart', async () => {
    const line = `${email} Jane Doe`;
    const answer = await send(line, 'recorded-1');
    expect(answer).toContain('is invited as user');
    expect(await send(line, 'recorded-1')).toBe(answer);
    expect(actors.invitationsOf(email)).toHaveLength(1);

    await actors.type(`/kinvite revoke ${email}`);
    await until('the cancellation', () => pending() === 0);
    expect(await send('list', 'recorded-1')).toContain('answered already');
    await stage.kill();
    await stage.restart();
    expect(await send(line, 'recorded-1')).toContain('answered already');
    expect(pending()).toBe(0);
    expect(await send(line, 'another')).toContain('is invited as user');
  });

  it('a button or a form that was made up', async () => {
    const { id: user_id } = actors.person('pat.keller');
    const place = { user_id, channel_id: actors.channelId('town-square'), post_id: 'p', team_id: 't' };
    const body = Buffer.from(JSON.stringify({ verb: 'revoke', action: 'confirm' })).toString('base64url');
    for (const ticket of ['', 'a.b', `${body}.${body}`, `${body}.`]) {
      expect(await post('/kchat/action', { ...place, context: { ticket } })).toEqual([401, { error: 'unauthorized' }]);
      const form = { ...place, state: ticket, submission: { email } };
      expect(await post('/kchat/dialog', form)).toEqual([401, { error: 'unauthorized' }]);
    }
    expect(pending()).toBe(1);
  });

  it('a right that was lost a moment ago, with a button from before', async () => {
    const pat = actors.person('pat.keller');
    const [card] = await until('a card with buttons', () => {
      const cards = actors.cardsTo(pat.id).filter(({ message }) => message.includes('pending'));
      return cards.length > 0 && cards;
    });
    // Known as an administrator from here on, for a minute.
    expect(await actors.type('/kinvite list')).toContain(email);
    const membership = stage.sandbox.world.kchat.teamMembers.get(pat.id);
    Object.assign(pat, { roles: 'system_user' });
    Object.assign(membership ?? {}, { scheme_admin: false, roles: 'team_user' });

    await fetch(`${stage.sandbox.kchatUrl}/api/v4/posts/${card?.id ?? ''}/actions/button2`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.sandbox.tokens.admin}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(actors.privateViewOf(pat.id).at(-1)).toContain('Only kChat administrators');
    expect(await actors.type('/kinvite list')).toContain('Only kChat administrators');
    expect(pending()).toBe(1);
  });
});

it('whoever types too fast learns when to go on, and nothing is done meanwhile', async () => {
  const stage = await openStage({ environment: { COMMANDS_PER_MINUTE: '3' } });
  try {
    const actors = actorsOn(stage);
    for (let count = 1; count <= 3; count += 1) expect(await actors.type('/kinvite list')).toContain('Nobody was');
    expect(await actors.type(`/kinvite ${email} Jane Doe`)).toMatch(/too much at once\. Please try again in \d+ s\.$/);
    expect(actors.invitationsOf(email)).toEqual([]);
  } finally {
    await stage.close();
  }
});
