import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefusedStartError, UserError } from '../../src/errors.ts';
import { runJobs } from '../../src/jobs.ts';
import { actorsOn } from '../support/actors.ts';
import { startProgram } from '../support/bot-process.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

interface Listed {
  id: string;
  kind: string;
  state: string;
  lastError: string | null;
}

describe('jobs, beside the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  let janeId: string;

  /** In this process, which is quicker; the program itself is run below. */
  async function run(line: string, changes: Record<string, string> = {}): Promise<string> {
    let printed = '';
    const code = await runJobs(line.split(' '), { ...stage.environment, ...changes }, (text) => (printed += text));
    expect(code).toBe(0);
    return printed;
  }
  const listed = async (kind: string) =>
    (JSON.parse(await run('list --json --state dead')) as { deliveries: Listed[] }).deliveries.filter(
      (one) => one.kind === kind,
    );

  beforeAll(async () => {
    stage = await openStage();
    actors = actorsOn(stage);
    await actors.type('/kinvite jane.doe@acme.ch Jane Doe --channel ~marketing');
    const mail = await actors.mailTo('jane.doe@acme.ch');
    const opening = { service: 'kchat', method: 'POST', path: '/channels/direct$' } as const;
    stage.sandbox.faults.add({ ...opening, mode: 'status', status: 404, when: 'before' });
    janeId = await actors.accept(mail);
    await until('the messages to be given up', async () => {
      const [welcomes, messages] = [await listed('welcome'), await listed('inviter_message')];
      return welcomes.length === 1 && messages.length > 0;
    });
    stage.sandbox.faults.clear();
  });
  afterAll(() => stage.close());

  it('are listed by what they are, without anybody’s words or address', async () => {
    const [welcome] = await listed('welcome');
    expect(welcome).toMatchObject({ state: 'dead', lastError: 'refused kChat 404' });
    const program = startProgram(['jobs', 'list'], stage.environment);
    expect(await program.exited).toBe(0);
    expect(program.output()).toContain(welcome?.id);
    for (const secret of ['jane', 'doe', 'pat', '@', 'marketing', janeId]) {
      expect(program.output().toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  it('are retried while the bot serves', async () => {
    const [welcome] = await listed('welcome');
    expect(await run(`retry ${welcome?.id ?? ''}`)).toContain('due again');
    await until('the welcome', () => actors.messagesTo(janeId).length > 0);
    const again = startProgram(['jobs', 'retry', welcome?.id ?? ''], stage.environment);
    expect(await again.exited).toBe(1);
    expect(again.output()).toContain('No dead delivery has this id');
  });

  it('are retried when the bot does not serve, and run at its next start', async () => {
    const messages = await listed('inviter_message');
    await stage.kill();
    for (const { id } of messages) await run(`retry ${id}`);
    await stage.restart();
    const patId = actors.person('pat.keller').id;
    await until('the message to the inviter', () =>
      actors.messagesTo(patId).some((text) => text.includes('has accepted your invitation')),
    );
    expect(actors.messagesTo(janeId)).toHaveLength(1);
  });

  it('are not looked for where there is no such database or team, and none is made', async () => {
    const DATABASE_URL = await stage.emptyDatabase();
    for (const time of ['once', 'again']) {
      await expect(run('list', { DATABASE_URL }), time).rejects.toThrow(RefusedStartError);
    }
    await expect(run('list', { KCHAT_TEAM: 'elsewhere' })).rejects.toThrow(UserError);
  });

  it('know their words', async () => {
    const program = startProgram(['jobs', 'list', '--state', 'lost'], stage.environment);
    expect(await program.exited).toBe(2);
    expect(program.output()).toContain('jobs list [--state dead|ready]');
  });
});
