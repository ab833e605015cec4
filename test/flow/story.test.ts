import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { owedEffects } from '../support/disagreements.ts';
import { bytesStored } from '../support/everything-stored.ts';
import { openStage, register, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

describe('the story, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;

  beforeAll(async () => {
    stage = await openStage({ members: 200 });
    actors = actorsOn(stage);
  });
  afterAll(() => stage.close());

  it('goes from one line to the welcome, the notice and the message to the inviter', async () => {
    const reply = await actors.type('/kinvite jane.doe@acme.ch Jane Doe --channel ~marketing --lang de');
    expect(reply).toContain('is invited as user and counts as one kSuite user');
    expect(actors.invitationsOf('jane.doe@acme.ch')).toMatchObject([
      { role_type: 'normal', strict: true, locale: 'de_DE', status: 'pending', ksuite: { kchat_role: 'user' } },
    ]);

    const janeId = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
    const patId = actors.person('pat.keller').id;
    const [welcome] = await until(
      'the welcome',
      () => actors.messagesTo(janeId).length > 0 && actors.messagesTo(janeId),
    );
    await until('the message to the inviter', () => actors.messagesTo(patId).length > 0);
    await until('the notice', () => actors.noticesIn('town-square').length > 0);

    expect(welcome).toContain('Willkommen, Jane');
    expect(welcome).toContain('Pat Keller');
    expect(welcome).toContain('~marketing');
    expect(welcome).toContain('App-Menü oben rechts');
    expect(actors.noticesIn('town-square')).toEqual([expect.stringContaining('**Jane Doe** has joined us')]);
    expect(actors.messagesTo(patId)).toEqual([expect.stringContaining('has accepted your invitation')]);
    // What was done is recorded a moment after it can be seen.
    await until('the end of all that is owed', () => owedEffects(stage) === 0);
    const status = await actors.type('/kinvite status jane.doe@acme.ch');
    for (const step of ['Requested', 'Created', 'Mailed', 'Accepted', 'Arrived', 'Welcomed', 'Announced']) {
      expect(status).toContain(step);
    }
    expect(await actors.type('/kinvite list')).toContain('`jane.doe@acme.ch` | arrived');
  });

  it('greets none of the two hundred who were there before', () => {
    const greeted = [...stage.sandbox.world.kchat.people.values()].filter(
      ({ id, username }) => username.startsWith('member') && actors.messagesTo(id).length > 0,
    );
    expect(stage.sandbox.world.kchat.teamMembers.size).toBeGreaterThan(200);
    expect(greeted).toEqual([]);
  });

  it('gives the newcomer no notification but the welcome itself', () => {
    const jane = actors.person('jane.doe');
    const townSquare = actors.channelId('town-square');
    const membership = stage.sandbox.world.kchat.channelMembers.find(
      ({ user_id, channel_id }) => user_id === jane.id && channel_id === townSquare,
    );
    expect(membership?.mention_count).toBe(0);
  });

  it('sends an administrator role and a free sign-in to the provider as asked', async () => {
    expect(await actors.type('/kinvite ada@acme.ch Ada Weber --role administrator --any-login')).toContain('--confirm');
    expect(actors.invitationsOf('ada@acme.ch')).toEqual([]);
    await actors.type('/kinvite ada@acme.ch Ada Weber --role administrator --any-login --confirm');
    expect(actors.invitationsOf('ada@acme.ch')).toMatchObject([{ role_type: 'admin', strict: false }]);
  });

  it('recognises somebody who registered with another address', async () => {
    const id = await actors.accept(await actors.mailTo('ada@acme.ch'), { email: 'ada.weber@example.test' });
    await until('her welcome', () => actors.messagesTo(id).some((text) => text.includes('Pat Keller')));
    expect(actors.messagesTo(id)).toHaveLength(1);
    const status = await actors.type('/kinvite status ada@acme.ch');
    expect(status).toContain('**arrived**');
  });

  it('refuses an organization administrator who is no kChat administrator, and says who can invite', async () => {
    const token = await actors.tokenOf('olivia.roth');
    const reply = await actors.type('/kinvite eve@acme.ch Eve Adams', { token });
    // In Olivia’s own language.
    expect(reply).toContain('Seuls les administrateurs de kChat peuvent inviter');
    expect(reply).toContain('Pat Keller');
    expect(actors.invitationsOf('eve@acme.ch')).toEqual([]);
  });

  it('greets a walk-in, without an inviter', async () => {
    const walter = await actors.walkIn('Walter', 'Inn', 'walter@acme.ch');
    const [welcome] = await until(
      'his welcome',
      () => actors.messagesTo(walter).length > 0 && actors.messagesTo(walter),
    );
    expect(welcome).not.toContain('Pat Keller');
  });

  it('changes nothing when register runs again', async () => {
    const before = stage.sandbox.world.requests.length;
    expect(await register(stage.environment, stage.sandbox)).toContain('Nothing had to be changed');
    const since = stage.sandbox.world.requests.slice(before).filter(({ by }) => by === 'pat.keller');
    expect(since.length).toBeGreaterThan(0);
    expect(since.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('has used only what the platforms document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });

  it('keeps no token and no accept link in its database as it is', async () => {
    await actors.type('/kinvite link.me@acme.ch Link Me');
    expect(await actors.type('/kinvite link link.me@acme.ch')).toContain('/invitation/');
    const { sandbox, environment } = stage;
    const stored = await bytesStored(environment.DATABASE_URL ?? '');
    expect(stored.includes('link.me@acme.ch')).toBe(true);
    const { tokens, commands } = sandbox.world.kchat;
    const secrets = [
      ...tokens.keys(),
      ...[...commands.values()].map(({ token }) => token),
      ...sandbox.world.provider.invitations.map(({ secret }) => secret),
    ];
    expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
  });

  it('wrote no token, address or accept link into its log', () => {
    const log = stage.bot().output();
    expect(log).toContain('delivered');
    const { sandbox, environment } = stage;
    const secrets = [
      sandbox.tokens.admin,
      sandbox.infomaniakToken,
      environment.SECRET_KEY ?? '',
      ...sandbox.world.kchat.tokens.keys(),
      ...[...sandbox.world.kchat.commands.values()].map(({ token }) => token),
      ...sandbox.world.provider.invitations.map(({ secret }) => secret),
    ];
    for (const secret of [...secrets, '@acme.ch', 'example.test', 'Jane']) expect(log).not.toContain(secret);
  });
});
