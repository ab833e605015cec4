import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

describe('channels, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;

  beforeAll(async () => {
    stage = await openStage();
    actors = actorsOn(stage);
  });
  afterAll(() => stage.close());

  const isIn = (channel: string, userId: string) =>
    stage.sandbox.world.kchat.channelMembers.some(
      ({ channel_id, user_id }) => channel_id === actors.channelId(channel) && user_id === userId,
    );

  it('of newcomers are joined by whoever is invited from then on', async () => {
    expect(await actors.type('/kinvite channels add ~marketing')).toContain('joins ~marketing');
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const id = await actors.accept(await actors.mailTo('jane.doe@acme.ch'));
    const [welcome] = await until('the welcome', () => actors.messagesTo(id).length > 0 && actors.messagesTo(id));
    expect(welcome).toContain('~marketing');
    expect(isIn('marketing', id)).toBe(true);
  });

  it('of newcomers can be taken back', async () => {
    expect(await actors.type('/kinvite channels remove ~marketing')).toContain('no longer join ~marketing');
    const id = await actors.accept(await invited('ada.weber@acme.ch', 'Ada Weber'));
    await until('the welcome', () => actors.messagesTo(id).length > 0);
    expect(isIn('marketing', id)).toBe(false);
  });
  const invited = async (email: string, name: string) => {
    await actors.type(`/kinvite ${email} ${name}`);
    return actors.mailTo(email);
  };

  it('take in a whole work team, and whoever asked is told', async () => {
    const [pat, max] = [actors.person('pat.keller').id, actors.person('max.muster').id];
    stage.sandbox.world.provider.members
      .filter(({ email }) => email.startsWith('olivia'))
      .forEach((olivia) => olivia.team_ids.push(302));
    const olivia = actors.person('olivia.roth').id;
    expect(isIn('marketing', olivia)).toBe(false);
    expect(await actors.type('/kinvite group Support ~marketing')).toContain('I am adding everybody of **Support**');
    await until('the answer', () => actors.messagesTo(pat).some((text) => text.includes('1 of **Support** is in')));
    expect(isIn('marketing', olivia)).toBe(true);
    await actors.type('/kinvite group Nobody ~marketing');
    await until('the answer', () => actors.messagesTo(pat).some((text) => text.includes('no work team called')));
    expect(actors.messagesTo(max)).toEqual([]);
  });

  it('that the caller is not in stay closed', async () => {
    const token = await actors.tokenOf('max.muster');
    expect(await actors.type('/kinvite group Support ~board', { token })).toContain('kChat-Administratoren');
    expect(await actors.type('/kinvite group Support ~nowhere')).toContain('There is no channel');
  });

  it('ask nothing of the platforms that they do not document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });
});
