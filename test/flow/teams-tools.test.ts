import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/start.ts';
import { runJobs } from '../../src/jobs.ts';
import { actorsOn } from '../support/actors.ts';
import { startProgram } from '../support/bot-process.ts';
import { entryOf, openTeamsStage, type TeamsStage } from '../support/teams-stage.ts';
import { until } from '../support/until.ts';

describe('the tools of whoever runs several teams', () => {
  let stage: TeamsStage;
  let other: Sandbox;
  beforeAll(async () => {
    stage = await openTeamsStage({ names: ['acme', 'other'] });
    [, other] = stage.sandboxes as [Sandbox, Sandbox];
    await stage.start();
  });
  afterAll(() => stage.close());

  const run = async (...words: string[]) => {
    const program = startProgram(words, stage.environment);
    return { code: await program.exited, output: program.output() };
  };

  it('the doctor examines each team under its name, or the one that is named', async () => {
    const all = await run('doctor');
    expect(all.output).toMatch(/^Team acme\n[^]*\nTeam other\n/m);
    expect(all.code).toBe(0);
    const one = await run('doctor', '--team', 'other', '--json');
    expect(JSON.parse(one.output)).toMatchObject({ teams: [{ team: 'other', summary: { failure: 0 } }] });
    expect(await run('doctor', '--team', 'nobody')).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no team nobody in the configuration; it has acme, other.') as string,
    });
  });

  it('jobs are listed with their team, and retried in theirs', async () => {
    const actors = actorsOn({ sandbox: other });
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    const mail = await actors.mailTo('jane.doe@acme.ch');
    const opening = { service: 'kchat', method: 'POST', path: '/channels/direct$' } as const;
    other.faults.add({ ...opening, mode: 'status', status: 404, when: 'before' });
    const janeId = await actors.accept(mail);
    const list = async (...words: string[]) => {
      let printed = '';
      await runJobs(['list', '--state', 'dead', '--json', ...words], stage.environment, (text) => (printed += text));
      return (JSON.parse(printed) as { deliveries: { id: string; kind: string; team: string }[] }).deliveries;
    };
    const welcome = await until('the welcome to be given up', async () =>
      (await list()).find(({ kind }) => kind === 'welcome'),
    );
    other.faults.clear();
    expect(welcome.team).toBe('other');
    expect(await list('--team', 'acme')).toEqual([]);
    expect((await run('jobs', 'list')).output).toMatch(/^TEAM +STATE[^]*\nother +dead/);

    const retried = await run('jobs', 'retry', welcome.id);
    expect(retried).toMatchObject({ code: 0, output: expect.stringContaining('in the team other') as string });
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
  });

  it('register is about those with an administrator’s token, and says whom it leaves out and who is in trouble', async () => {
    const [acme] = stage.sandboxes as [Sandbox, Sandbox];
    await stage.writeTeams([entryOf(acme), { ...entryOf(other), KCHAT_ADMIN_TOKEN: undefined }]);
    const some = await run('register');
    expect(some.code).toBe(0);
    expect(some.output).toContain('Team acme\n');
    expect(some.output).toContain('The team other is left out: it has no KCHAT_ADMIN_TOKEN.');

    await stage.writeTeams([{ ...entryOf(acme), KCHAT_ADMIN_TOKEN: 'wrong' }, entryOf(other)]);
    const failed = await run('register');
    expect(failed.code).toBe(1);
    expect(failed.output).toContain('The team acme could not be registered: kChat');
    expect(failed.output).toContain('Team other\n');

    const one = await run('register', '--team', 'other');
    expect(one.code).toBe(0);
    expect(one.output).not.toContain('acme');
  });
});
