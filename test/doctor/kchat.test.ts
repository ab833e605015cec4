import { describe, expect, it } from 'vitest';
import { startRawServer } from '../kchat/raw-server.ts';
import { findingOf, openClinic, type Clinic } from './clinic.ts';
import { answering, startProxy } from './proxy.ts';

const nobody = 'http://127.0.0.1:1';

/** Everybody who is no bot. */
const humansOf = ({ sandbox }: Clinic) => [...sandbox.world.kchat.people.values()].filter(({ is_bot }) => !is_bot);

const botOf = ({ sandbox }: Clinic) => {
  const bot = [...sandbox.world.kchat.people.values()].find(({ username }) => username === 'euria-welcome');
  if (!bot) throw new Error('There is no bot');
  return bot;
};

describe('the doctor and kChat', () => {
  it('finds nothing to mend after a registration, with the administrator’s token', async () => {
    const { sandbox, examine } = await openClinic();
    const report = await examine({ KCHAT_ADMIN_TOKEN: sandbox.tokens.admin });
    expect(report.checks.filter(({ status }) => status === 'failure')).toEqual([]);
    expect(findingOf(report, 'command').status).toBe('ok');
  });

  it('says once that kChat can’t be reached, and still checks the rest', async () => {
    const { examine } = await openClinic();
    const report = await examine({ KCHAT_URL: nobody });
    expect(findingOf(report, 'kchat')).toMatchObject({ status: 'failure' });
    expect(findingOf(report, 'kchat').remedy).toContain('KCHAT_URL');
    expect(report.summary.failure).toBe(1);
    for (const check of ['bot-token', 'team', 'command']) {
      expect(findingOf(report, check)).toMatchObject({
        status: 'skipped',
        message: 'Not checked: kchat has to be right first.',
      });
    }
    expect(findingOf(report, 'organization').status).toBe('ok');
  });

  it.each([
    ['another web site', 200],
    ['another web site without our path', 404],
  ])('says that %s is no kChat', async (_what, status) => {
    const { finding } = await openClinic();
    const KCHAT_URL = await startRawServer((_request, response) => response.writeHead(status).end('<h1>Hello</h1>'));
    expect(await finding('kchat', { KCHAT_URL })).toMatchObject({
      status: 'failure',
      remedy: expect.stringContaining('KCHAT_URL') as string,
    });
  });

  it('follows no redirect, and says so', async () => {
    const { finding } = await openClinic();
    const KCHAT_URL = await startRawServer((_request, response) => response.writeHead(301, { location: nobody }).end());
    expect((await finding('kchat', { KCHAT_URL })).message).toContain('elsewhere (301)');
  });
});

describe('the doctor and the bot', () => {
  it('names a token that kChat does not accept', async () => {
    const { examine } = await openClinic();
    const report = await examine({ KCHAT_BOT_TOKEN: 'revoked' });
    expect(findingOf(report, 'bot-token')).toMatchObject({ status: 'failure' });
    expect(findingOf(report, 'bot-token').remedy).toContain('npm run register');
    expect(report.summary.failure).toBe(1);
  });

  it('says that no token is stored that SECRET_KEY opens', async () => {
    const { finding } = await openClinic();
    const found = await finding('bot-token', { SECRET_KEY: 'ab'.repeat(32) });
    expect(found).toMatchObject({ status: 'failure', remedy: expect.stringContaining('SECRET_KEY') as string });
  });

  it('names a team that does not exist', async () => {
    const clinic = await openClinic();
    const found = await clinic.finding('team', {
      KCHAT_TEAM: 'acne',
      KCHAT_BOT_TOKEN: clinic.sandbox.tokens.admin,
    });
    expect(found).toMatchObject({ status: 'failure', message: 'kChat knows no team named acne.' });
  });

  it('says that the bot is not in the team', async () => {
    const clinic = await openClinic();
    clinic.sandbox.world.kchat.teamMembers.delete(botOf(clinic).id);
    const found = await clinic.finding('team');
    expect(found).toMatchObject({ status: 'failure', message: 'The bot is not in the team acme.' });
    expect(found.remedy).toContain('npm run register');
  });

  it('warns when addresses are hidden and only Infomaniak’s ids are shown', async () => {
    const clinic = await openClinic();
    for (const person of humansOf(clinic)) person.email = '';
    expect(await clinic.finding('addresses')).toMatchObject({ status: 'warning' });
  });

  it('fails when there is nothing to recognise people by', async () => {
    const clinic = await openClinic();
    for (const person of humansOf(clinic)) {
      person.email = '';
      Reflect.deleteProperty(person, 'user_id');
    }
    const found = await clinic.finding('addresses');
    expect(found).toMatchObject({ status: 'failure', remedy: expect.stringContaining('ShowEmailAddress') as string });
  });

  it('fails when no administrator is recognised, and warns when KCHAT_ADMINS names somebody', async () => {
    const clinic = await openClinic();
    for (const person of humansOf(clinic)) {
      person.roles = '';
      Object.assign(clinic.sandbox.world.kchat.teamMembers.get(person.id) ?? {}, { scheme_admin: false, roles: '' });
    }
    const found = await clinic.finding('administrators');
    expect(found).toMatchObject({ status: 'failure', remedy: expect.stringContaining('KCHAT_ADMINS') as string });
    expect((await clinic.finding('administrators', { KCHAT_ADMINS: 'pat' })).status).toBe('warning');
  });

  it('names a notice channel that does not exist', async () => {
    const { finding } = await openClinic();
    const found = await finding('notice-channels', { NOTICE_CHANNELS: 'town-square,nowhere' });
    expect(found).toMatchObject({ status: 'failure', message: 'The bot sees no channel ~nowhere.' });
    expect(found.remedy).toContain('NOTICE_CHANNELS');
  });

  it('tells that a private notice channel needs the bot in it', async () => {
    const clinic = await openClinic();
    const changes = { NOTICE_CHANNELS: 'board' };
    expect((await clinic.finding('notice-channels', changes)).remedy).toContain('if it is private, add the bot');
    botOf(clinic).roles = 'system_user system_admin';
    const seen = await clinic.finding('notice-channels', changes);
    expect(seen).toMatchObject({ status: 'failure', message: 'The bot is not in the private channel ~board.' });
  });

  it('needs no membership in a public notice channel', async () => {
    const { finding } = await openClinic();
    expect(await finding('notice-channels', { NOTICE_CHANNELS: 'marketing' })).toMatchObject({ status: 'ok' });
  });

  it('tells whether the bot may post for one person alone, and shows nobody anything', async () => {
    const clinic = await openClinic();
    const { kchat } = clinic.sandbox.world;
    const before = kchat.posts.length;
    expect(await clinic.finding('ephemeral-posts')).toMatchObject({ status: 'warning' });
    botOf(clinic).roles = 'system_user system_admin';
    expect(await clinic.finding('ephemeral-posts')).toMatchObject({ status: 'ok' });
    expect(kchat.ephemerals.map(({ user_id }) => user_id)).toEqual([botOf(clinic).id]);
    expect(kchat.posts).toHaveLength(before);
  });

  it('tells whether the bot may invite guests, by a role on the server or in the team', async () => {
    const clinic = await openClinic();
    const bot = botOf(clinic);
    const member = clinic.sandbox.world.kchat.teamMembers.get(bot.id);
    const found = await clinic.finding('guests');
    expect(found).toMatchObject({ status: 'warning', remedy: expect.stringContaining('where no guests') as string });
    Object.assign(member ?? {}, { roles: 'team_user team_admin' });
    expect(await clinic.finding('guests')).toMatchObject({ status: 'ok', message: 'The bot may invite guests.' });
    Object.assign(member ?? {}, { roles: 'team_user' });
    bot.roles = 'system_user system_admin';
    expect(await clinic.finding('guests')).toMatchObject({ status: 'ok' });
  });

  it('says that a server has no guests, and can’t tell where roles are not shown', async () => {
    const lacking = await openClinic({ flavor: 'mattermost' });
    expect(await lacking.finding('guests')).toMatchObject({
      status: 'ok',
      message: expect.stringContaining('no guests') as string,
    });
    const { sandbox, finding } = await openClinic();
    const KCHAT_URL = await startProxy(sandbox.origin, answering(/roles\/names$/, { message: 'No.' }, 403));
    expect(await finding('guests', { KCHAT_URL })).toMatchObject({ status: 'skipped' });
  });

  it.each([
    [404, 'warning'],
    [400, 'ok'],
  ])('takes %i from the dialogs’ route for %s', async (status, expected) => {
    const { sandbox, finding } = await openClinic();
    const KCHAT_URL = await startProxy(sandbox.origin, answering(/dialogs\/open$/, { message: 'No.' }, status));
    expect(await finding('dialogs', { KCHAT_URL })).toMatchObject({ status: expected });
  });

  it('warns when no seat is left, where kChat tells', async () => {
    const { sandbox, finding } = await openClinic();
    expect(await finding('seats')).toMatchObject({ status: 'skipped' });
    const seats = { members: 25 };
    const full = await startProxy(sandbox.origin, answering(/\/cloud\/limits$|\/usage$/, seats));
    const found = await finding('seats', { KCHAT_URL: full });
    expect(found).toMatchObject({ status: 'warning', message: expect.stringContaining('None of the 25') as string });
    expect(found.remedy).toContain('Manager');
  });
});
