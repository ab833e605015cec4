import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { untilPrimed } from '../support/until-primed.ts';

describe('guests, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  const pat = () => actors.person('pat.keller').id;
  const toldToPat = (part: string) =>
    until(`"${part}" to Pat`, () => actors.messagesTo(pat()).find((message) => message.includes(part)));
  const asPat = (method: string, path: string, body: unknown) =>
    fetch(`${stage.sandbox.kchatUrl}/api/v4${path}`, {
      method,
      headers: { authorization: `Bearer ${stage.sandbox.tokens.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  /** As an operator lets the bot invite guests; a bot of member rank may not. */
  const promoteBot = () => {
    const { id } = actors.person('euria-welcome');
    const path = `/teams/${stage.sandbox.teamId}/members/${id}/roles`;
    return asPat('PUT', path, { roles: 'team_user team_admin' });
  };
  const pending = () => stage.sandbox.world.kchat.guestInvitations.filter(({ status }) => status === 'pending');

  beforeAll(async () => {
    stage = await openStage({ environment: { LOG_LEVEL: 'debug' } });
    actors = actorsOn(stage);
    await untilPrimed(stage.bot());
  });
  afterAll(() => stage.close());

  it('are refused with the remedy while the bot may not invite them', async () => {
    expect(await actors.type('/kinvite guest gus@other.test ~marketing')).toContain(
      'Whoever runs this bot has to give its account an administrator’s role in kChat',
    );
    expect(pending()).toEqual([]);
    expect((await promoteBot()).status).toBe(200);
  });

  it('are invited by kChat’s mail, and welcomed in their channels without a seat', async () => {
    const { provider } = stage.sandbox.world;
    const seats = provider.invitations.length;
    const answer = await actors.type('/kinvite guest gus@other.test ~marketing --note "Come and see"');
    expect(answer).toContain('`gus@other.test` is invited as a guest to ~marketing');
    expect(await actors.type('/kinvite list pending')).toContain('`gus@other.test` | pending (guest)');
    const mail = await actors.mailTo('gus@other.test');
    expect(mail.text).toContain('Come and see');

    const id = await actors.accept(mail, { first_name: 'Gus', last_name: 'Guest' });
    const [welcome] = await until('the welcome', () => {
      const messages = actors.messagesTo(id);
      return messages.length > 0 && messages;
    });
    expect(welcome).toContain('You are a guest in kChat');
    expect(welcome).toContain('**Your channels:** ~marketing');
    expect(await toldToPat('Gus Guest')).toContain('has accepted your invitation and is in kChat now');
    expect(actors.noticesIn('town-square')).toEqual([]);
    expect(provider.invitations).toHaveLength(seats);
    expect(provider.members.map(({ email }) => email)).not.toContain('gus@other.test');
  });

  it('are revoked one by one', async () => {
    await actors.type('/kinvite guest ida@other.test ~marketing');
    await actors.type('/kinvite guest eve@other.test ~marketing');
    expect(pending()).toHaveLength(2);
    expect(await actors.type('/kinvite revoke ida@other.test')).toContain('as a guest is revoked');
    expect(pending().map(({ email }) => email)).toEqual(['eve@other.test']);
    expect(await actors.type('/kinvite list')).toContain('`ida@other.test` | revoked (guest)');
  });

  it('are invited once, though the program is killed between the invitation and its answer', async () => {
    let isKilled = false;
    const stopObserving = stage.sandbox.observe(async ({ phase, path }) => {
      if (phase !== 'after' || !path.endsWith('/invite-guests/email') || isKilled) return;
      isKilled = true;
      await stage.kill();
    });
    await actors.type('/kinvite guest max@other.test ~marketing');
    await until('the death', () => isKilled);
    stopObserving();
    await stage.restart();
    await until('the confirmation', async () =>
      (await actors.type('/kinvite status max@other.test')).includes('**pending**'),
    );
    expect(pending().filter(({ email }) => email === 'max@other.test')).toHaveLength(1);
  });

  it('cancelled in kChat itself are told to the inviter', async () => {
    const [eve] = pending();
    expect((await asPat('DELETE', '/teams/invites/email', { invitation_key: eve?.key })).status).toBe(200);
    // A list that does not have somebody means something some time after the invitation only.
    await toldToPat('To invite again: `/kinvite guest eve@other.test ~marketing`');
  });

  it('of kChat’s own are shown to whoever lists them in their channel, and never greeted', async () => {
    const channels = [actors.channelId('marketing')];
    const path = `/teams/${stage.sandbox.teamId}/invite-guests/email`;
    expect((await asPat('POST', path, { emails: ['own@other.test'], channels })).status).toBe(200);
    expect(await actors.type('/kinvite list', { channel: 'marketing' })).toContain('in kChat itself: `own@other.test`');
    expect(await actors.type('/kinvite list')).not.toContain('own@other.test');
    const id = await actors.accept(await actors.mailTo('own@other.test'));
    // Somebody who is greeted shows that there was time for it.
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const jane = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
    await until('the welcome to Jane', () => actors.messagesTo(jane).length > 0);
    expect(actors.messagesTo(id)).toEqual([]);
  });

  it('ask nothing of the platforms that they do not document, and no call without a key', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
    const cancelled = stage.sandbox.world.requests.filter(
      ({ method, path }) => method === 'DELETE' && path.endsWith('/invites/email'),
    );
    expect(cancelled).toHaveLength(2);
    for (const { body } of cancelled) expect(body).toEqual({ invitation_key: expect.stringMatching(/./) as string });
  });
});
