import { expect, it, onTestFinished } from 'vitest';
import { startProgram } from '../../support/bot-process.ts';
import { freePort } from '../../support/free-port.ts';
import { openStage } from '../../support/stage.ts';

it('refuses to serve a database that another process serves, with exit code 3', async () => {
  const stage = await openStage();
  onTestFinished(() => stage.close());
  const second = startProgram(['serve'], { ...stage.environment, PORT: String(await freePort()) });
  expect(await second.exited).toBe(3);
  expect(second.output()).toContain('Another process serves the database');
});

it('says that nothing can be written where the database is to be, with exit code 3', async () => {
  const stage = await openStage();
  onTestFinished(() => stage.close());
  const { DATABASE_URL: file = '' } = stage.environment;
  const program = startProgram(['serve'], { ...stage.environment, DATABASE_URL: `${file}/bot.db` });
  expect(await program.exited).toBe(3);
  expect(program.output()).toMatch(/^The database .*bot\.db can't be used: .*Nothing in it was changed\.$/m);
});
