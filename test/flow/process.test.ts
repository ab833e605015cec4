import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { startProgram } from '../support/bot-process.ts';
import { openStage } from '../support/stage.ts';
import { until } from '../support/until.ts';

async function open() {
  const stage = await openStage();
  onTestFinished(() => stage.close());
  return stage;
}

describe('the process', () => {
  it('lists every configuration problem at once and ends with exit code 2', async () => {
    const program = startProgram(['serve'], { KCHAT_URL: 'acme', PORT: 'eighty', DEFAULT_LOCALE: 'nl' });
    expect(await program.exited).toBe(2);
    const names = ['KCHAT_URL', 'PUBLIC_URL', 'PORT', 'DEFAULT_LOCALE', 'SECRET_KEY', 'INFOMANIAK_API_TOKEN'];
    for (const name of names) expect(program.output()).toContain(`- ${name} `);
    expect(program.output()).toContain('INFOMANIAK_ACCOUNT_ID is missing');
  });

  it('refuses to serve without tokens', async () => {
    const stage = await open();
    const program = startProgram(['serve'], { ...stage.environment, DATABASE_URL: await stage.emptyDatabase() });
    expect(await program.exited).toBe(2);
    expect(program.output()).toContain('KCHAT_BOT_TOKEN is missing');
    expect(program.output()).toContain('KCHAT_COMMAND_TOKENS is missing');
  });

  it('says that kChat does not answer, with exit code 1', async () => {
    const stage = await open();
    await stage.kill();
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    silent.close();
    const program = startProgram(['serve'], {
      ...stage.environment,
      KCHAT_TEAM: 'acme',
      KCHAT_URL: `http://127.0.0.1:${port}`,
    });
    expect(await program.exited).toBe(1);
    expect(program.output()).toContain('kChat gave no usable answer');
  });

  it('stops in order on SIGTERM with exit code 0', async () => {
    const stage = await open();
    stage.bot().signal('SIGTERM');
    expect(await stage.bot().exited).toBe(0);
    expect(stage.bot().output()).toContain('"msg":"stopped"');
  });

  it('ends at once on a second signal with exit code 1, although a delivery hangs', async () => {
    const stage = await open();
    stage.sandbox.faults.add({ service: 'infomaniak', method: 'GET', mode: 'hang', when: 'before' });
    const before = stage.sandbox.world.requests.length;
    const reply = actorsOn(stage)
      .type('/kinvite jane.doe@acme.ch Jane Doe')
      .catch(() => 'cut off with the program');
    await until('a hanging request', () =>
      stage.sandbox.world.requests.slice(before).some(({ service }) => service === 'infomaniak'),
    );
    stage.bot().signal('SIGTERM');
    await until('the orderly stop to begin', () => stage.bot().output().includes('stopping'));
    stage.bot().signal('SIGTERM');
    expect(await stage.bot().exited).toBe(1);
    await reply;
  });
});
